// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The shop's own REST resources, beside the scripts under {@code /js}. */
@ApplicationPath("api")
public class ShopApplication extends Application {}
