// SPDX-License-Identifier: Apache-2.0

/** Named scripts in files, shared by tests with and without a container. */
package org.scriptingsession.cases;
