// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.scriptingsession.api.ErrorCode.CONNECTION_LOST;
import static org.scriptingsession.api.ErrorCode.FORBIDDEN;
import static org.scriptingsession.api.ErrorCode.INTERNAL;
import static org.scriptingsession.api.ErrorCode.INVALID_INTERVAL;
import static org.scriptingsession.api.ErrorCode.INVALID_NAME;
import static org.scriptingsession.api.ErrorCode.INVALID_VALUE;
import static org.scriptingsession.api.ErrorCode.LIMIT_EXCEEDED;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/**
 * The catalogue: everything that can go wrong, with its number, the code that a script reads, the HTTP status of the answer when
 * no script catches the error, and the text, which says what to do. A retired number is never used again.
 */
public enum Mistake {
    // spotless:off
    // 01xx settings
    INVALID_SETTING(101, INTERNAL, 500, "The setting %s is \"%s\"; give %s."),
    INSPECT_REFUSED(102, INTERNAL, 500, "The setting %s is \"%s\": who reaches the inspector can do all that scripts can. Give "
            + "127.0.0.1:9229, or another port of this address, with scripting.development=true."),
    // 02xx scripts and deployment
    NO_SCRIPT(201, INTERNAL, 404, "There is no script at this path. Scripts end in .mjs or .js; a name that begins with _ or "
            + ". is not reachable by URL."),
    SYNTAX_ERROR(202, INTERNAL, 500, "%s: %s. Correct the script at this place."),
    IMPORT_REFUSED(203, INTERNAL, 500, "%s: import of \"%s\" is refused. Import scripts by relative path (./ or ../), "
            + "the product's modules as sdk/http or sdk/http/session, request, response or sessions, beans as beans/..."),
    IMPORT_NOT_FOUND(204, INTERNAL, 500, "%1$s: there is no script %3$s, imported as \"%2$s\". Correct the path, which is "
            + "relative to the importing script."),
    EXPORT_NOT_FOUND(205, INTERNAL, 500, "%1$s: \"%3$s\" exports no \"%2$s\". Correct the name or export it there."),
    SCRIPTS_CLAIM_ONE_PATH(206, INTERNAL, 500, "%2$s:1:1: claims the same path as %1$s. Rename one of them."),
    UNREADABLE(207, INTERNAL, 500, "%s:1:1: cannot be read as UTF-8 text. Check the file and its permissions."),
    SCRIPT_FAILED(208, INTERNAL, 500, "%s: %s"),
    NEVER_SETTLED(209, INTERNAL, 500, "%s:1:1: a top-level await never settles: nothing is left that could resolve its "
            + "promise. There are no timers; resolve it from script code."),
    ACCESS_NOT_READABLE(210, INTERNAL, 500, "%s: access is read without running the script. Write it in literals: export "
            + "const access = { roles: [\"x\"] };"),
    IMPORT_OF_NO_SCRIPT(211, INTERNAL, 500, "%s: \"%s\" is no script. Import files that end in .mjs or .js."),
    IMPORT_OF_JSON(212, INTERNAL, 500, "%s: \"%s\" is JSON. Import it so: import x from \"./x.json\" with { type: \"json\" };"),
    CORS_NOT_READABLE(213, INTERNAL, 500, "%s: cors is read without running the script. Write it in literals: export const "
            + "cors = { origins: [\"https://shop.example\"], methods: [\"PUT\"], headers: [\"X-Total\"], credentials: true, "
            + "maxAge: 600 }; the origin \"*\" stands alone and without credentials."),
    FOLDER_GONE(214, INTERNAL, 503, "The folder that scripting.scripts.directory names is not there, or cannot be read. Bring "
            + "it back, and send the request again."),
    CHANGED_MEANWHILE(215, INTERNAL, 503, "%s: is imported by a run whose other files have changed since it began. Send the "
            + "request again."),
    TOO_EARLY(216, INTERNAL, 500, "The application has not started yet, and its scripts are not there. Run them from "
            + "ServletContextListener.contextInitialized or @Initialized(ApplicationScoped.class) on."),
    BEAN_NOT_FOUND(217, INTERNAL, 500, "%s: there is no bean \"%s\". Give its class @ScriptModule, or take one of %s."),
    BEAN_EXPORT_NOT_FOUND(218, INTERNAL, 500, "%s: the bean has no export %s. Give the method @Export, or take one of %s."),
    BEAN_UNFIT(219, INTERNAL, 500, "%s: %s"),
    BEAN_FAILED(220, ErrorCode.BEAN_FAILED, 500, "%s"),
    BEAN_FORBIDDEN(221, FORBIDDEN, 500, "%s is for other users. Log in with a role that may call it."),
    BEAN_CONSTRAINT(222, INVALID_VALUE, 500, "%s: %s. Give what the bean's constraints allow."),
    BEANS_TOO_DEEP(223, INTERNAL, 500, "Scripts and beans call each other over %d deep, %s last. End the recursion."),
    CALLED_EXPORT_NOT_FOUND(224, INTERNAL, 500, "%s exports no \"%s\". Correct the name or export it there; there is %s."),
    IMPORT_OF_NO_JSON(225, INTERNAL, 500, "%s: \"%s\" is no file that ends in .json. Leave { type: \"json\" } out."),
    IMPORT_ATTRIBUTES(226, INTERNAL, 500, "%s: the import of \"%s\" has attributes that are not known. Give type: \"json\"."),
    WRONG_IMPORT_MAP(227, INTERNAL, 500, "%s: %s. Correct the import map, as the HTML standard has it (8.1.6)."),
    // 03xx contexts and limits
    DEADLINE_PASSED(301, INTERNAL, 503, "%s was stopped at its deadline of %s. Make it do less, or raise scripting.timeout."),
    NO_FREE_CONTEXT(302, INTERNAL, 503, "None of %d contexts is free within %s. Try again, or raise scripting.contexts(.wait)."),
    RESOURCE_EXHAUSTED(303, INTERNAL, 500, "%s:1:1: was stopped because it used too much: %s."),
    TOO_DEEP(304, ErrorCode.TOO_MUCH_RECURSION, 500, "Maximum call stack size exceeded: the recursion is too deep for "
            + "a function of the server. Make it shallower, or a loop."),
    SCRIPT_STUCK(305, INTERNAL, 503, "%s has %d runs that do not end at the deadline. Try later; make it compute less at once."),
    STOPPING(306, INTERNAL, 503, "The application is being stopped. Send the request again in a moment."),
    TOO_MANY_SLOW(307, INTERNAL, 503, "%s has %d calls that have lasted over a second, and others wait. Try again when they "
            + "have ended, make the script faster, or raise scripting.contexts or scripting.contexts.slow-percent."),
    // 04xx session
    NO_HTTP_CALL(401, ErrorCode.NO_HTTP_CALL, 500, "There is no HTTP call here. Use it only while a request is served."),
    SESSION_INVALIDATED(402, ErrorCode.SESSION_INVALIDATED, 500, "The session of this call was invalidated or has expired. "
            + "Check session.isValid() first; the next request can begin a new session."),
    SESSION_AFTER_COMMIT(403, ErrorCode.RESPONSE_COMMITTED, 500, "A session cannot be created after output was sent. Touch "
            + "the session (session.getId()) before the first flush() or large output."),
    INVALID_ATTRIBUTE_NAME(404, INVALID_NAME, 500, "An attribute's name is a string of 1 to 1024 characters. Give one."),
    RESERVED_ATTRIBUTE_NAME(405, INVALID_NAME, 500, "The attribute name \"%s\" belongs to the container or a framework. "
            + "Choose another name."),
    INVALID_INTERVAL_GIVEN(406, INVALID_INTERVAL, 500, "Give an interval of whole seconds from 1 to 2147483647."),
    INTERVAL_NEVER_EXPIRES(407, INVALID_INTERVAL, 500, "An interval of zero or less never expires and is refused. Give one "
            + "above 0 seconds, or set scripting.session.never-expires to allow."),
    ATTRIBUTE_TOO_LARGE(408, LIMIT_EXCEEDED, 500, "The value of %s is larger than %d bytes. Store less, or raise "
            + "%s.max-bytes."),
    SESSION_TOO_LARGE(409, LIMIT_EXCEEDED, 500, "With %s the session would hold more than %d bytes. Remove attributes, or "
            + "raise scripting.session.max-bytes."),
    LOCK_TIMEOUT(410, ErrorCode.LOCK_TIMEOUT, 500, "update(\"%.64s\") did not get the session's lock in time: another call of "
            + "the same session updates it. Make the functions given to update quicker, or try again."),
    SESSION_ID_AFTER_COMMIT(411, ErrorCode.RESPONSE_COMMITTED, 500, "The session's id cannot change after output was sent: "
            + "the client would not learn it. Call session.changeId() before the first flush() or large output."),
    TOO_MANY_ON_NODE(412, LIMIT_EXCEEDED, 503, "This node holds as many sessions as it may, and a new one was to begin. Try "
            + "again later; raise scripting.sessions.max or the server's own limit if the memory suffices."),
    NOT_COUNTED(413, INTERNAL, 500, "scripting.sessions.max has no effect on this server, which does not tell how many sessions "
            + "it holds. Remove the setting, and set the limit of the server."),
    // 05xx request and response
    RESPONSE_CLOSED(501, ErrorCode.RESPONSE_CLOSED, 500, "The response is closed. Write before response.close()."),
    RESPONSE_COMMITTED(502, ErrorCode.RESPONSE_COMMITTED, 500, "%s has no effect after output was sent. Call it before the "
            + "first flush() or large output."),
    CONNECTION_BROKEN(503, CONNECTION_LOST, 500, "The client's connection broke. Stop writing; there is nobody to read."),
    INVALID_HEADER_NAME(504, INVALID_NAME, 500, "A header's or cookie's name is a token of RFC 9110. Give one."),
    INVALID_HEADER_VALUE(505, INVALID_VALUE, 500, "The value of %s has a character that HTTP does not allow there (CR, LF, "
            + "NUL, ...). Remove it."),
    REQUEST_TOO_LARGE(506, LIMIT_EXCEEDED, 413, "The request body is larger than %d bytes. Send less, or raise "
            + "scripting.request.max-bytes."),
    INVALID_JSON(507, INVALID_VALUE, 500, "The request body is not JSON: %s."),
    UNREADABLE_BODY(508, CONNECTION_LOST, 400, "The request body could not be read to its end. Send it whole."),
    SERVERS_HEADER(509, INVALID_NAME, 500, "The header %s belongs to the server. Leave it out."),
    COOKIE_AS_HEADER(510, INVALID_NAME, 500, "The header Set-Cookie is made by response.addCookie. Use that."),
    SESSIONS_COOKIE(511, INVALID_NAME, 500, "The cookie %.64s is the session's own. Choose another name."),
    COOKIE_PREFIX(512, INVALID_NAME, 500, "Browsers take the cookie %.64s only with the attribute Secure, and with __Host- "
            + "also Path=/ and no Domain. Give it these, or another name."),
    WRONG_LENGTH(513, INVALID_VALUE, 500, "The body is not of the %d bytes that Content-Length announces. Write as many, in the "
            + "response's encoding, or leave the length to the server."),
    INVALID_LENGTH(514, INVALID_VALUE, 500, "Content-Length is one whole number of bytes from 0. Give one, once."),
    TOO_MANY_HEADERS(516, LIMIT_EXCEEDED, 500, "A response has at most %d headers and cookies together. Send fewer."),
    URL_TOO_LONG(515, INTERNAL, 414, "The path of the URL is longer than %d characters. Send less in it."),
    MALFORMED_FIELD(517, INVALID_VALUE, 400, "The field \"%.64s\" of the %s has a malformed escape, or bytes that are no %s. "
            + "Percent-encode it as a browser does."),
    UNKNOWN_CODING(518, INVALID_VALUE, 415, "The request body has a Content-Encoding that is not known: \"%.64s\". Send it in "
            + "gzip, deflate or none."),
    BROKEN_CODING(519, INVALID_VALUE, 400, "The request body is not in its Content-Encoding, %s. Send it whole."),
    UNKNOWN_CHARSET(520, INVALID_VALUE, 415, "The charset \"%.64s\" of the request is not known here. Send UTF-8."),
    MALFORMED_MULTIPART(521, INVALID_VALUE, 400, "The request body is not multipart/form-data to its end: %.99s. Send it as "
            + "RFC 7578 has it."),
    TOO_MANY_PARTS(522, LIMIT_EXCEEDED, 413, "The request body has more than %d parts. Send fewer, or raise "
            + "scripting.request.max-parts."),
    TOO_MANY_FIELDS(524, LIMIT_EXCEEDED, 413, "The form has more than %d fields. Send fewer, or raise "
            + "scripting.request.max-fields."),
    INVALID_COOKIE_VALUE(523, INVALID_VALUE, 500, "The value of the cookie %.64s is to be ASCII without blanks, commas, "
            + "semicolons, backslashes and quotes inside. Encode it: encodeURIComponent(value)."),
    // 06xx values
    INVALID_ARGUMENT(601, INVALID_VALUE, 500, "%s must be %s. Give one."),
    UNSTORABLE(602, INVALID_VALUE, 500, "%s: a value of type %.64s cannot be stored. Store strings, finite numbers, booleans, "
            + "valid dates, null, and arrays and plain objects of these."),
    UNKNOWN_TO_SCRIPTS(603, INVALID_VALUE, 500, "%s: another component gave a value of type %.64s, which scripts have no "
            + "like of. Of an attribute, read the text with getAttribute."),
    NOT_OF_TYPE(604, INVALID_VALUE, 500, "The value of %.64s cannot be read as %s. Ask for a type that fits what was stored."),
    NO_RESULT(605, INVALID_VALUE, 500, "The function given to update(\"%.64s\") %s. Return the new value itself; null removes "
            + "the attribute."),
    VALUE_TOO_DEEP(606, LIMIT_EXCEEDED, 500, "%s: the value is nested deeper than %d levels. Store a flatter one."),
    TOO_MANY_VALUES(607, LIMIT_EXCEEDED, 500, "The value of %s consists of more than %d values. Store less, or raise "
            + "%s.max-values."),
    FOREIGN_VALUE_FAILED(608, INVALID_VALUE, 500, "%s: the value of another component failed while it was read (%.128s). Let "
            + "it store a value that is complete and does not change."),
    // 07xx users, their access and sessions
    NOT_LOGGED_IN(701, FORBIDDEN, 401, "This script is for users who are logged in. Log in first."),
    NOT_IN_ROLE(702, FORBIDDEN, 403, "This script is for other users. Ask for a role that it names."),
    TOO_MANY_SESSIONS(703, FORBIDDEN, 403, "The user has %d sessions already, which is the limit. End one of them first."),
    LOGIN_FAILED(704, ErrorCode.LOGIN_FAILED, 500, "The login was refused: wrong name or password, or one is logged in."),
    LOGOUT_FAILED(705, INTERNAL, 500, "The logout failed. See the server's log."),
    NOT_ADMINISTRATOR(706, FORBIDDEN, 500, "Sessions of users are shown to the role that scripting.sessions.admin-role names. "
            + "Log in with it."),
    NOT_UNSEALED(707, ErrorCode.SEALED_VALUE, 500, "The sealed value of %.64s cannot be opened: it was changed, or its key is "
            + "gone. Remove the attribute, or bring the key back into the keyset."),
    LOGGED_IN_MEANWHILE(708, FORBIDDEN, 503, "Another user was logged in with this session while the request was on its way. "
            + "Send the request again."),
    OTHER_LIBRARY(709, INTERNAL, 500, "scripting.encryption.attributes needs Tink, and the application brings another version "
            + "of what Tink needs: %s. Bring protobuf-java 4.33.6 or later and gson 2.10.1 or later, one of each."),
    EXPLORER_REFUSED(710, FORBIDDEN, 403, "The explorer does not take this request: %s"),
    VIEW_OVER(711, FORBIDDEN, 410, "This page may look no longer: %s Open the explorer again."),
    CHANGED_SINCE_READ(712, INVALID_VALUE, 409, "The attribute has changed since this page showed it. Look again."),
    OTHER_SESSION(713, FORBIDDEN, 409, "The browser has another session by now. Open the explorer again."),
    // 08xx sessions on several nodes
    CHANGED_ELSEWHERE(801, INTERNAL, 503, "Another node changed or ended the session at the same time, and what this request "
            + "changed may be lost. Look at the session before sending it again, and let the balancer send requests of a "
            + "session to one node."),
    STOOD_STILL(802, INTERNAL, 503, "This node stood still for over 3 seconds, and others may have changed the session. Send "
            + "the request again."),
    GRID_UNREACHABLE(803, INTERNAL, 503, "The session was not found or stored where the nodes share it. Send the request "
            + "again; see the server's log."),
    CANNOT_REPLICATE(804, INTERNAL, 500, "Sessions of this node would differ from those of the others: the server's data grid "
            + "did not answer or is off. Start the node again when all others are healthy, or deploy the WAR that is not "
            + "distributable."),
    OTHER_VERSION(805, INTERNAL, 500, "Sessions of this node would differ from those of the others: the server is not of the "
            + "version that is known, %s. Missing: %s. Use that version, or deploy the WAR that is not distributable."),
    NOT_IN_DATA_GRID(806, INTERNAL, 500, "The application is distributable, but Payara keeps its sessions in memory: there is "
            + "no %s. Switch the data grid on (Payara Micro without --nocluster) and deploy with --availabilityenabled=true, "
            + "or deploy the WAR that is not distributable."),
    NOT_SHARED(807, INTERNAL, 500, "The application is distributable, but WildFly keeps its sessions %s, where they end with "
            + "this node. Use standalone-ha.xml or a cache that is replicated or stored (see deploy/wildfly), or deploy the "
            + "WAR that is not distributable."),
    UNKNOWN_SERVER(808, INTERNAL, 500, "The application is distributable, but how its sessions are shared is known of Payara "
            + "and WildFly only, not of %s. Use one of these, or deploy the WAR that is not distributable."),
    // 081x how the product lies in an application
    METADATA_COMPLETE(811, INTERNAL, 500, "WEB-INF/web.xml says metadata-complete=\"true\", and servers then look at no "
            + "library for JAX-RS resources, such as the one that runs scripts. Remove the attribute."),
    NOT_ORDERED(812, INTERNAL, 500, "WEB-INF/web.xml has an <absolute-ordering> without this library. Add <others/> to it, "
            + "or <name>%s</name> as the first."),
    SECOND_COPY(813, INTERNAL, 500, "The product's classes are in the application more than once: %s. Keep one of them: "
            + "the jar with classifier classes alone, or with the product's WAR as an overlay in scope provided."),
    NOT_IN_WAR(814, INTERNAL, 500, "The product lies in %s, outside of a web application. Put it into WEB-INF/lib of each "
            + "WAR that has scripts."),
    PATH_TAKEN(815, INTERNAL, 500, "%s/* is another servlet's or JAX-RS application's. Set scripting.path to another path."),
    NOT_STARTED(816, INTERNAL, 500, "The server has started the application without the product's filter: it did not call "
            + "%s. Leave its ServletContainerInitializer in META-INF/services, and let the server scan the jar."),
    NO_JAX_RS(817, INTERNAL, 500, "The server has no servlet for the product's JAX-RS application. Switch Jakarta RESTful "
            + "Web Services on, and its scanning (resteasy.scan and the like), and take RESTEasy's own servlet out of web.xml."),
    MODULES_HIDDEN(818, INTERNAL, 500, "WildFly hides classes that scripts need: %s. Leave the jar in WEB-INF/lib as it "
            + "is, whose manifest names their modules, or paste into WEB-INF/jboss-deployment-structure.xml: "
            + "<jboss-deployment-structure><deployment><dependencies>%s</dependencies></deployment>"
            + "</jboss-deployment-structure>"),
    SAME_SITE_BY_DESCRIPTOR(819, INTERNAL, 500, "This server does not let the session's cookie have SameSite=%s by code "
            + "(%s). Paste it into its descriptor; for Payara WEB-INF/glassfish-web.xml: "
            + "<glassfish-web-app><session-config><cookie-properties><property name=\"cookieSameSite\" "
            + "value=\"%1$s\"/></cookie-properties></session-config></glassfish-web-app>"),
    STORES_BY_DESCRIPTOR(820, INTERNAL, 500, "The application is distributable, and Payara would not tell which requests "
            + "changed their session. Paste into WEB-INF/glassfish-web.xml: "
            + "<glassfish-web-app><session-config><session-manager "
            + "persistence-type=\"hazelcast\"><store-properties><property name=\"persistenceScope\" "
            + "value=\"modified-session\"/></store-properties></session-manager></session-config></glassfish-web-app>"),
    NO_APPLICATION(821, INTERNAL, 500, "WEB-INF/web.xml maps jakarta.ws.rs.core.Application, and this server makes no such "
            + "servlet beside the product's JAX-RS application: the resources would not answer. Map them by a class "
            + "instead: @ApplicationPath(\"rest\") public class Resources extends Application {}"),
    CDI_OFF(822, INTERNAL, 500, "CDI is off for this application, and the product is made of beans. Take "
            + "bean-discovery-mode=\"none\" out of WEB-INF/beans.xml."),
    FOLDER_HIDDEN(823, INTERNAL, 500, "The application has files below %1$s/, where scripts answer in their place. Move "
            + "them, or set scripting.path to a path of the scripts' own."),
    OTHER_ENGINE(824, INTERNAL, 500, "The engine that is needed is GraalJS %s, and the server offers %s. Install its libraries "
            + "from this version's WAR (deploy/libraries.sh), or leave them in WEB-INF/lib."),
    EXPLORER_TAKEN(825, INTERNAL, 500, "explorer/* is another component's. Remove scripting.explorer, or move the other one."),
    INSPECTOR_MISSING(826, INTERNAL, 500, "scripting.inspect needs the engine's inspector, which is in no WAR that goes into "
            + "production. Build with -Pinspect, or add org.graalvm.tools:chromeinspector-tool:25.0.3 to the application."),
    INSPECTOR_FAILED(827, INTERNAL, 500, "scripting.inspect: port %d cannot be had (%.200s). Give each application its own."),
    // 09xx faults of the product itself
    FAULT(901, INTERNAL, 500, "The server failed inside sdk/http. See the server's log.");
    // spotless:on

    private final int number;
    private final ErrorCode code;
    private final int status;
    private final String text;

    Mistake(int number, ErrorCode code, int status, String text) {
        this.number = number;
        this.code = code;
        this.status = status;
        this.text = text;
    }

    /** The mistake that an exception is of. */
    public static Mistake of(ScriptingException e) {
        return e instanceof Failure failure ? failure.mistake() : FAULT;
    }

    /** An exception with the text, completed by the arguments. */
    public Failure with(Object... arguments) {
        return because(null, arguments);
    }

    /** An exception of a running script, with the script's own frames as text; null for none. */
    public Failure at(String frames, Throwable cause, Object... arguments) {
        return because(cause, arguments).at(frames);
    }

    /** An exception that another one caused; null for none. */
    public Failure because(Throwable cause, Object... arguments) {
        String message = text.formatted(arguments);
        return switch (this) {
            case NOT_LOGGED_IN, NOT_IN_ROLE, TOO_MANY_SESSIONS, LOGGED_IN_MEANWHILE, TOO_MANY_ON_NODE ->
                new AccessRefusedException(this, message, cause);
            case CHANGED_ELSEWHERE, STOOD_STILL, GRID_UNREACHABLE -> new NotStoredException(this, message, cause);
            case BEAN_FAILED -> new BeanFailure(message, cause);
            default -> new Failure(this, message, cause);
        };
    }

    /** The number as users see it, such as {@code SCRIPTING-0401}. */
    public String id() {
        return "SCRIPTING-%04d".formatted(number);
    }

    /** The HTTP status of the answer to a request that fails with it. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed a moment later, here or on another node. */
    public boolean mayPass() {
        return status == 503 && this != DEADLINE_PASSED;
    }

    /** Whether a request met a limit of the settings. */
    public boolean isLimit() {
        return switch (this) {
            case DEADLINE_PASSED, RESOURCE_EXHAUSTED, NO_FREE_CONTEXT, TOO_MANY_SLOW, SCRIPT_STUCK -> true;
            case REQUEST_TOO_LARGE, TOO_MANY_PARTS, TOO_MANY_FIELDS, TOO_MANY_ON_NODE -> true;
            default -> false;
        };
    }

    ErrorCode code() {
        return code;
    }

    String text() {
        return text;
    }
}
