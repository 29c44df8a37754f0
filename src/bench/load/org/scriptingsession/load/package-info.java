// SPDX-License-Identifier: Apache-2.0
/** Load that comes at a rate, whatever is answered; and what a server does under too much of it, and under it for long. */
package org.scriptingsession.load;
