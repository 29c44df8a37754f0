// SPDX-License-Identifier: Apache-2.0
/** What applications compile against: interfaces, exceptions and events. It imports nothing of the rest. */
package org.scriptingsession.api;
