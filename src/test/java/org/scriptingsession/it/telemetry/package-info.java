// SPDX-License-Identifier: Apache-2.0

/** What a server's OpenTelemetry sends, and who receives it. */
package org.scriptingsession.it.telemetry;
