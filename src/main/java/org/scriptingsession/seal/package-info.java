// SPDX-License-Identifier: Apache-2.0

/** Encrypts what the settings name before it enters the session. */
package org.scriptingsession.seal;
