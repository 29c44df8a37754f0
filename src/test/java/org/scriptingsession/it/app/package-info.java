// SPDX-License-Identifier: Apache-2.0

/** Components of Jakarta EE that the test applications have beside their scripts. */
package org.scriptingsession.it.app;
