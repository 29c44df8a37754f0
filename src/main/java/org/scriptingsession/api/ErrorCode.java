// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/** The {@code code} of an error that a script can catch, and the ECMAScript constructor the error is made with. */
public enum ErrorCode {
    /** The script does not run inside an HTTP call. */
    NO_HTTP_CALL("Error"),
    /** The session of this HTTP call has been invalidated or has expired. */
    SESSION_INVALIDATED("Error"),
    /** The head of the response was already sent. */
    RESPONSE_COMMITTED("Error"),
    /** {@code response.close()} was called before. */
    RESPONSE_CLOSED("Error"),
    /** The client closed the connection, or it broke. */
    CONNECTION_LOST("Error"),
    /** A name (of an attribute, header or cookie) is not allowed. */
    INVALID_NAME("TypeError"),
    /** A value is of a type, or has a content, that cannot be taken. */
    INVALID_VALUE("TypeError"),
    /** A session's interval is not a whole number of seconds, or would never expire. */
    INVALID_INTERVAL("RangeError"),
    /** A value or body is larger than the settings allow. */
    LIMIT_EXCEEDED("TypeError"),
    /** A name or password is wrong, or somebody is logged in already. */
    LOGIN_FAILED("Error"),
    /** The user may not do this. */
    FORBIDDEN("Error"),
    /** An encrypted value was changed, or its key is gone. */
    SEALED_VALUE("Error"),
    /** A function of the server was called deep in a recursion, with too little of the stack left. */
    TOO_MUCH_RECURSION("RangeError"),
    /** A lock was not got in time. */
    LOCK_TIMEOUT("Error"),
    /** A bean's method threw an exception, whose class the error has as its name. */
    BEAN_FAILED("Error"),
    /** A fault of the product; the server's log has the cause under the error's id. */
    INTERNAL("Error");

    private final String constructor;

    ErrorCode(String constructor) {
        this.constructor = constructor;
    }

    /** The name of the ECMAScript constructor: {@code Error}, {@code TypeError} or {@code RangeError}. */
    public String constructorName() {
        return constructor;
    }
}
