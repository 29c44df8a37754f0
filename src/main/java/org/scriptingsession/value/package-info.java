// SPDX-License-Identifier: Apache-2.0

/** Carries values between host and guest, so that nothing of a closed context enters the session. */
package org.scriptingsession.value;
