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
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.support.ExpressionAdapter;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * Steps of routes as functions of the body, which the compiler checks and a reader can follow.
 *
 * <p>A route asks a query, or another route, by {@code enrich}, so that its body stays the same. {@link #tellRow}, {@link #tellRows},
 * {@link #tellValue}, {@link #tell} and {@link #tellList} hand the answer to the body, which should only store it: Camel wraps an
 * exception that is thrown there. The other route sees the variables of the exchange; the variables that it sets stay with it. Do
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
        return makeOf(exchange -> function.apply(body(exchange, type)));
    }

    /** For {@code setBody} and {@code split}: what the function makes of more than the body. */
    public static Expression makeOf(Function<Exchange> function) {
        return new ExpressionAdapter() {
            @Override
            public @Nullable Object evaluate(Exchange exchange) {
                return attempt(() -> function.apply(exchange));
            }
        };
    }

    /** For {@code setBody}, after a query: what the function makes of its rows. */
    public static Expression makeOfRows(Function<List<SqlRow>> function) {
        return make(List.class, rows -> function.apply(rows(rows)));
    }

    /** For {@code setBody}, after a query: what the function makes of its only row. */
    public static Expression makeOfRow(Function<SqlRow> function) {
        return make(Map.class, columns -> function.apply(row(columns)));
    }

    /** For {@code setBody}, after a query: what the function makes of its only row; that is null if there is none. */
    public static Expression makeOfRowOrNull(NullableFunction<SqlRow> function) {
        return makeOf(exchange -> {
            Object columns = exchange.getMessage().getBody();
            return function.apply(columns == null ? null : row(columns));
        });
    }

    /** For {@code filter} and {@code when}: whether the condition is true of the body. */
    public static <B> Predicate is(Class<B> type, Condition<B> condition) {
        return new Predicate() {
            @Override
            public boolean matches(Exchange exchange) {
                return Boolean.TRUE.equals(attempt(() -> condition.isTrue(body(exchange, type))));
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
            exchange.getMessage()
                    .setBody(
                            attempt(() -> function.apply(body(exchange, type), columns == null ? null : row(columns))));
            return exchange;
        };
    }

    /** For {@code enrich}: replaces the body by what the function makes from it and from the only value of a query. */
    public static <B, V> AggregationStrategy withValue(
            Class<B> type, Class<V> valueType, ValueFunction<B, V> function) {
        return (exchange, answer) -> {
            V value = valueType.cast(requireNonNull(answer.getMessage().getBody()));
            exchange.getMessage().setBody(attempt(() -> function.apply(body(exchange, type), value)));
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

    /** For {@code enrich}: tells the body what another route has made. */
    public static <B, V> AggregationStrategy tell(Class<B> type, Class<V> valueType, Telling<B, V> step) {
        return tell(type, (body, answer) -> step.tell(body, valueType.cast(requireNonNull(answer))));
    }

    /** For {@code enrich}: tells the body the list that another route has made. */
    public static <B, E> AggregationStrategy tellList(Class<B> type, Class<E> elementType, Telling<B, List<E>> step) {
        return tell(type, (body, answer) -> step.tell(body, typed((List<?>) requireNonNull(answer), elementType)));
    }

    /**
     * For {@code split}, of the questions that the body makes: tells the body each answer, and the body stays what it is.
     */
    public static <B, V> AggregationStrategy tellEach(Class<B> type, Class<V> valueType, Telling<B, V> step) {
        return new AggregationStrategy() {
            @Override
            public Exchange aggregate(@Nullable Exchange before, Exchange answer, Exchange asker) {
                if (answer.getException() != null) {
                    return answer;
                }
                return told(
                        asker,
                        () -> step.tell(
                                body(asker, type),
                                valueType.cast(
                                        requireNonNull(answer.getMessage().getBody()))));
            }

            @Override
            public Exchange aggregate(@Nullable Exchange before, Exchange answer) {
                throw new UnsupportedOperationException("who asks is told");
            }
        };
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
        return (exchange, answer) -> told(
                exchange,
                () -> step.tell(body(exchange, type), answer.getMessage().getBody()));
    }

    private static <B> B body(Exchange exchange, Class<B> type) {
        return type.cast(requireNonNull(exchange.getMessage().getBody(), () -> "Expected a " + type.getSimpleName()));
    }

    private static <E> List<E> typed(List<?> list, Class<E> type) {
        return list.stream().map(type::cast).toList();
    }

    private static List<SqlRow> rows(Object answer) {
        return ((List<?>) answer).stream().map(TypedSteps::row).toList();
    }

    @SuppressWarnings("unchecked")
    private static SqlRow row(Object columns) {
        return new SqlRow((Map<String, Object>) columns);
    }

    private static Exchange told(Exchange exchange, Told telling) {
        attempt(() -> {
            telling.run();
            return null;
        });
        return exchange;
    }

    /** Expressions, predicates and aggregations declare no exceptions; Camel finds the cause in one that wraps it. */
    private static @Nullable Object attempt(Attempt attempt) {
        try {
            return attempt.run();
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }

    private interface Attempt {
        @Nullable
        Object run() throws Exception;
    }

    private interface Told {
        void run() throws Exception;
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

    /** Makes something of a body, or of there being none. */
    public interface NullableFunction<B> {
        @Nullable
        Object apply(@Nullable B body) throws Exception;
    }

    /** Makes something of a body and of a row. */
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
