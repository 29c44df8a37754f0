// SPDX-License-Identifier: Apache-2.0
/** Components that use the application's own libraries. */
package org.scriptingsession.it.app.libraries;
