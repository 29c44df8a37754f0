// SPDX-License-Identifier: Apache-2.0

/** Tests of the test kit as its users write them, and the beans that their scripts import. */
package org.scriptingsession.testkit.cases;
