// SPDX-License-Identifier: Apache-2.0
/** What the product must tell and ask WildFly beyond Jakarta EE. */
package org.scriptingsession.server.wildfly;
