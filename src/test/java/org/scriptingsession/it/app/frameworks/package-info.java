// SPDX-License-Identifier: Apache-2.0
/** What keeps state of its own in the session: a Faces view, a controller of Jakarta MVC with CSRF tokens, and a login by form. */
package org.scriptingsession.it.app.frameworks;
