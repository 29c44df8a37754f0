// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;

/**
 * What a server needs to know of an application that starts.
 *
 * @param context the application, as its listeners get it
 * @param distributable whether several nodes may serve its sessions
 * @param standstill tells when this node stood still; watches only a distributable application
 * @param renewedIds the ids that clients may still send
 * @param refusal answers requests that no component can
 */
public record StartingApplication(
        ServletContext context, boolean distributable, Standstill standstill, RenewedIds renewedIds, Refusal refusal) {}
