// SPDX-License-Identifier: Apache-2.0

/** The product's WAR on all servers and JDKs that the documentation names, and on those that it must refuse. */
package org.scriptingsession.it.matrix;
