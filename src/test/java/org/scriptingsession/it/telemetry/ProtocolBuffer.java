// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.telemetry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of Protocol Buffers, without its schema: fields by number (protobuf.dev/programming-guides/encoding). */
final class ProtocolBuffer {
    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    ProtocolBuffer(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            long tag = variable(buffer);
            Object value =
                    switch ((int) (tag & 7)) {
                        case 0 -> variable(buffer);
                        case 1 -> buffer.getLong();
                        case 2 -> {
                            byte[] part = new byte[(int) variable(buffer)];
                            buffer.get(part);
                            yield part;
                        }
                        case 5 -> buffer.getInt();
                        default -> throw new IllegalArgumentException("type of a field: " + tag);
                    };
            fields.computeIfAbsent((int) (tag >> 3), number -> new ArrayList<>())
                    .add(value);
        }
    }

    private static long variable(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<ProtocolBuffer> messages(int number) {
        return fields.getOrDefault(number, List.of()).stream()
                .map(value -> new ProtocolBuffer((byte[]) value))
                .toList();
    }

    String text(int number) {
        return fields.containsKey(number)
                ? new String((byte[]) fields.get(number).get(0), StandardCharsets.UTF_8)
                : "";
    }

    String hex(int number) {
        return fields.containsKey(number)
                ? HexFormat.of().formatHex((byte[]) fields.get(number).get(0))
                : "";
    }

    long number(int number) {
        return fields.containsKey(number) ? (Long) fields.get(number).get(0) : 0;
    }
}
