// SPDX-License-Identifier: Apache-2.0

/** What operators see of an application beside its log: metrics, health and spans, in what the server has for them. */
package org.scriptingsession.watch;
