// SPDX-License-Identifier: Apache-2.0

/** Settings, read once, checked at deployment. */
package org.scriptingsession.config;
