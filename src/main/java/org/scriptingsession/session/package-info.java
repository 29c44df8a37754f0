// SPDX-License-Identifier: Apache-2.0

/** The container's HTTP session as scripts and EE components see it. */
package org.scriptingsession.session;
