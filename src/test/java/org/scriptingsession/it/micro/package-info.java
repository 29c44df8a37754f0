// SPDX-License-Identifier: Apache-2.0
/** A Payara Micro that lives from one test application to the next: Arquillian's own adapter starts a server for each. */
package org.scriptingsession.it.micro;
