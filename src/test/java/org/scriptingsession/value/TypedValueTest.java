// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

class TypedValueTest {
    private final AttributeValues values = new AttributeValues(ScriptingConfigReader.read(new FixedConfig(Map.of())));

    /** Public, as JSON Binding wants it. */
    public record Line(String name, int count) {}

    interface Fitting {
        List<Line> lines();

        Collection<? extends Number> bounded();

        Set<Optional<Integer>> optional();

        Map<String, Line[]> arrays();

        int[] numbers();

        Iterable<Object> any();

        CompletionStage<Optional<Line>> stage();

        @SuppressWarnings("rawtypes")
        List raw();
    }

    interface Unfitting {
        InputStream stream();

        List<InputStream> streams();

        Map<Integer, String> keys();

        Stream<String> values();

        Map<String, List<Thread>> threads();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "bounded", "optional", "arrays", "numbers", "any", "raw"})
    void typesOfValuesFit(String method) throws NoSuchMethodException {
        Method fitting = Fitting.class.getDeclaredMethod(method);

        assertEquals(Optional.empty(), JavaTypes.unfitForArgument(fitting.getGenericReturnType()));
        assertEquals(Optional.empty(), JavaTypes.unfitForResult(fitting.getGenericReturnType()));
    }

    @Test
    void aResultMayComeLater() throws NoSuchMethodException {
        Method stage = Fitting.class.getDeclaredMethod("stage");

        assertEquals(Optional.empty(), JavaTypes.unfitForResult(stage.getGenericReturnType()));
        assertTrue(JavaTypes.unfitForArgument(stage.getGenericReturnType()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "streams", "keys", "values", "threads"})
    void otherTypesDoNot(String method) throws NoSuchMethodException {
        Method unfitting = Unfitting.class.getDeclaredMethod(method);

        assertTrue(JavaTypes.unfitForArgument(unfitting.getGenericReturnType()).isPresent());
        assertTrue(JavaTypes.unfitForResult(unfitting.getGenericReturnType()).isPresent());
    }

    @Test
    void anArgumentsCollectionIsAskedForByItsInterface() {
        assertTrue(JavaTypes.unfitForArgument(ArrayList.class).isPresent());
        assertEquals(Optional.empty(), JavaTypes.unfitForResult(ArrayList.class));
    }

    @Test
    void genericsAreHeeded() throws NoSuchMethodException {
        Object lines = of(List.of(Map.of("name", "bread", "count", 2)), "lines");
        Object numbers = of(List.of(1, 2), "numbers");
        Object arrays = of(Map.of("a", List.of(Map.of("name", "milk", "count", 1))), "arrays");

        assertEquals(List.of(new Line("bread", 2)), lines);
        assertArrayEquals(new int[] {1, 2}, (int[]) numbers);
        assertEquals(new Line("milk", 1), ((Line[]) ((Map<?, ?>) arrays).get("a"))[0]);
        assertEquals(Set.of(Optional.of(1), Optional.empty()), of(Arrays.asList(1, null), "optional"));
        assertEquals(List.of("a", 1), of(List.of("a", 1), "raw"));
    }

    private Object of(Object value, String method) throws NoSuchMethodException {
        return values.argument(
                "value", value, Fitting.class.getDeclaredMethod(method).getGenericReturnType());
    }

    @Test
    void numbersKeepAllTheirDigits() {
        assertEquals((byte) 127, values.argument("n", 127, byte.class));
        assertEquals(5L, values.argument("n", 5, Long.class));
        assertEquals(5, values.argument("n", 5.0, int.class));
        assertEquals(0.5f, values.argument("n", 0.5, float.class));
        assertEquals(new BigDecimal("0.1"), values.argument("n", 0.1, BigDecimal.class));
        assertEquals(BigInteger.TEN, values.argument("n", 10, BigInteger.class));
        assertEquals(OptionalInt.of(3), values.argument("n", 3, OptionalInt.class));
        assertEquals(OptionalInt.empty(), values.argument("n", null, OptionalInt.class));
        refused(128, byte.class);
        refused(0.5, long.class);
        refused(1L << 40, int.class);
        refused(0.5, BigInteger.class);
        refused(1, boolean.class);
        refused(true, int.class);
        refused("1", int.class);
        refused(1, String.class);
        refused(null, int.class);
        refused(List.of(), Line.class);
        refused(Map.of("name", "bread", "count", 1.5), Line.class);
    }

    private void refused(Object value, Class<?> type) {
        Failures.of(Mistake.NOT_OF_TYPE, () -> values.argument("n", value, type));
    }

    @Test
    void whatNeedsNoConversionIsItself() {
        Date date = new Date(5);

        assertEquals(date, values.argument("d", date, Date.class));
        assertEquals(Instant.ofEpochMilli(5), values.argument("d", date, Instant.class));
        assertNull(values.argument("d", null, Date.class));
        assertEquals(Optional.empty(), values.argument("d", null, Optional.class));
    }
}
