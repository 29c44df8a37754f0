// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A JAX-RS application that names no classes: the server finds them. */
@ApplicationPath("rest")
public class BareApplication extends Application {}
