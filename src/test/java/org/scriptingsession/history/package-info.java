// SPDX-License-Identifier: Apache-2.0

/** Whether what clients saw of a session can have happened in some order. */
package org.scriptingsession.history;
