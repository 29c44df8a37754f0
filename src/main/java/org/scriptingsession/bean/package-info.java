// SPDX-License-Identifier: Apache-2.0

/** The application's beans as modules of scripts: what they export, and calls of it through CDI. */
package org.scriptingsession.bean;
