// SPDX-License-Identifier: Apache-2.0

/** Runs scripts in unit tests, without a server: the product itself in CDI SE, in front of it a client that a test has alone. */
package org.scriptingsession.testkit;
