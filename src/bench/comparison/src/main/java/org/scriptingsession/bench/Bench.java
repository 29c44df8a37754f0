// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bench;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application of the comparison. */
@ApplicationPath("java")
public class Bench extends Application {}
