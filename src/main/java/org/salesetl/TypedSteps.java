package org.salesetl;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.support.ExpressionAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Steps of routes as functions of the body, which the compiler checks and a reader can follow.
 *
 * <p>A route asks a query by {@code enrich}, so that its body stays the same. {@link #tellRow}, {@link #tellRows} and
 * {@link #tellValue} hand the answer to the body, which should only store it: Camel wraps an exception that is thrown there. Do
 * not call a route that changes rows by {@code enrich}: that route would not know that it is part of a transaction, and camel-sql
 * would commit its batches.
 */
public final class TypedSteps {

    private TypedSteps() {}

    /** For {@code process}: does something with the body. */
    public static <B> Processor on(Class<B> type, Step<B> step) {
        return exchange -> step.take(body(exchange, type));
    }

    /** For {@code process}, after a statement that changes rows: tells the body how many rows it changed. */
    public static <B> Processor onUpdate(Class<B> type, Telling<B, Integer> step) {
        return exchange -> step.tell(
                body(exchange, type), exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class));
    }

    /** For {@code setBody} and {@code split}: the value that the function makes from the body. */
    public static <B> Expression make(Class<B> type, Function<B> function) {
        return new ExpressionAdapter() {
            @Override
            public @Nullable Object evaluate(Exchange exchange) {
                try {
                    return function.apply(body(exchange, type));
                } catch (Exception e) {
                    throw rethrown(e);
                }
            }
        };
    }

    /** For {@code filter} and {@code when}: whether the condition is true of the body. */
    public static <B> Predicate is(Class<B> type, Condition<B> condition) {
        return new Predicate() {
            @Override
            public boolean matches(Exchange exchange) {
                try {
                    return condition.isTrue(body(exchange, type));
                } catch (Exception e) {
                    throw rethrown(e);
                }
            }

            @Override
            public void init(CamelContext context) {
                // nothing to prepare
            }
        };
    }

    /** For {@code enrich}: tells the body the only row of a query; null if there was none. */
    public static <B> AggregationStrategy tellRow(Class<B> type, NullableTelling<B, SqlRow> step) {
        return tell(type, (body, answer) -> step.tell(body, answer == null ? null : row(answer)));
    }

    /**
     * For {@code enrich}: replaces the body by what the function makes from it and from the only row of a query, which is null if
     * there was none.
     */
    public static <B> AggregationStrategy withRow(Class<B> type, RowFunction<B> function) {
        return (exchange, answer) -> {
            Object columns = answer.getMessage().getBody();
            try {
                exchange.getMessage()
                        .setBody(function.apply(body(exchange, type), columns == null ? null : row(columns)));
            } catch (Exception e) {
                throw rethrown(e);
            }
            return exchange;
        };
    }

    /** For {@code enrich}: replaces the body by what the function makes from it and from the only value of a query. */
    public static <B, V> AggregationStrategy withValue(
            Class<B> type, Class<V> valueType, ValueFunction<B, V> function) {
        return (exchange, answer) -> {
            V value = valueType.cast(requireNonNull(answer.getMessage().getBody()));
            try {
                exchange.getMessage().setBody(function.apply(body(exchange, type), value));
            } catch (Exception e) {
                throw rethrown(e);
            }
            return exchange;
        };
    }

    /** For {@code enrich}: tells the body the rows of a query. */
    public static <B> AggregationStrategy tellRows(Class<B> type, Telling<B, List<SqlRow>> step) {
        return tell(type, (body, answer) -> step.tell(body, rows(requireNonNull(answer))));
    }

    /** For {@code enrich}: tells the body the only value of a query; null if there was no row. */
    public static <B, V> AggregationStrategy tellValue(Class<B> type, Class<V> valueType, NullableTelling<B, V> step) {
        return tell(type, (body, answer) -> step.tell(body, valueType.cast(answer)));
    }

    /** For {@code enrich}: keeps the body, and ignores the answer of the other route. */
    public static AggregationStrategy asBefore() {
        return (exchange, answer) -> exchange;
    }

    /** The exception that a failed step left in the exchange. */
    public static Exception failure(Exchange exchange) {
        Exception failure = exchange.getException();
        return failure == null
                ? requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                : failure;
    }

    private static <B> AggregationStrategy tell(Class<B> type, NullableTelling<B, Object> step) {
        return (exchange, answer) -> {
            try {
                step.tell(body(exchange, type), answer.getMessage().getBody());
            } catch (Exception e) {
                throw rethrown(e);
            }
            return exchange;
        };
    }

    private static <B> B body(Exchange exchange, Class<B> type) {
        return type.cast(requireNonNull(exchange.getMessage().getBody(), () -> "Expected a " + type.getSimpleName()));
    }

    private static List<SqlRow> rows(Object answer) {
        return ((List<?>) answer).stream().map(TypedSteps::row).toList();
    }

    @SuppressWarnings("unchecked")
    private static SqlRow row(Object columns) {
        return new SqlRow((Map<String, Object>) columns);
    }

    private static RuntimeException rethrown(Exception e) {
        return e instanceof RuntimeException unchecked ? unchecked : new org.apache.camel.RuntimeCamelException(e);
    }

    /** Does something with a body. */
    public interface Step<B> {
        void take(B body) throws Exception;
    }

    /** Tells a body something. */
    public interface Telling<B, V> {
        void tell(B body, V value) throws Exception;
    }

    /** Tells a body something, or null. */
    public interface NullableTelling<B, V> {
        void tell(B body, @Nullable V value) throws Exception;
    }

    /** Makes a value from a body. */
    public interface Function<B> {
        @Nullable
        Object apply(B body) throws Exception;
    }

    /** Makes a value from a body and a row, which may be null. */
    public interface RowFunction<B> {
        @Nullable
        Object apply(B body, @Nullable SqlRow row) throws Exception;
    }

    /** Makes a value from a body and another value. */
    public interface ValueFunction<B, V> {
        Object apply(B body, V value) throws Exception;
    }

    /** Says whether something is true of a body. */
    public interface Condition<B> {
        boolean isTrue(B body) throws Exception;
    }
}
