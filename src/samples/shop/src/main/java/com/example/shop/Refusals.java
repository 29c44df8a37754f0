// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells programs what was wrong. */
public final class Refusals {
    private Refusals() {}

    /** 400: what was sent. */
    @Provider
    public static class WrongInput implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException e) {
            return answer(
                    Status.BAD_REQUEST,
                    e.getConstraintViolations().stream()
                            .map(ConstraintViolation::getMessage)
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
    }

    /** 409: what the shop has. */
    @Provider
    public static class NotInStock implements ExceptionMapper<Orders.Refused> {
        @Override
        public Response toResponse(Orders.Refused e) {
            return answer(Status.CONFLICT, e.getMessage());
        }
    }

    private static Response answer(Status status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", message))
                .build();
    }
}
