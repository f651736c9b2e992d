package org.salesetl.slice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.sql.SqlParameters;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;
import org.springframework.web.util.UriUtils;

/**
 * The slice that a question is about.
 *
 * @param from the first day; null for no bound
 * @param to the last day; null for no bound
 * @param categories only products of these; empty for all
 * @param cities only sales in these: the city that the sale names, else that of its customer; empty for all
 * @param products only products with these ids; empty for all
 * @param customers only customers with these ids; empty for all
 */
public record MetricFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> categories,
        List<String> cities,
        List<String> products,
        List<String> customers)
        implements SqlParameters {

    /** All sales. */
    public static final MetricFilter NONE = new MetricFilter(null, null, List.of(), List.of(), List.of(), List.of());

    private static final Parameter<@Nullable LocalDate> FROM = Parameter.date("from");
    private static final Parameter<@Nullable LocalDate> TO = Parameter.date("to");
    private static final Parameter<List<String>> CATEGORY = Parameter.all("category");
    private static final Parameter<List<String>> CITY = Parameter.all("city");
    private static final Parameter<List<String>> PRODUCT = Parameter.all("product");
    private static final Parameter<List<String>> CUSTOMER = Parameter.all("customer");

    /** The parameters of a request that choose the slice. */
    public static final List<Input> PARAMETERS = List.of(FROM, TO, CATEGORY, CITY, PRODUCT, CUSTOMER);

    private static final int LONGEST_BY_DAY = 31;
    private static final int LONGEST_BY_WEEK = 92;
    private static final int BEFORE_ALL_DAYS = 0;
    private static final int AFTER_ALL_DAYS = 99_999_999;

    public MetricFilter {
        categories = List.copyOf(categories);
        cities = List.copyOf(cities);
        products = List.copyOf(products);
        customers = List.copyOf(customers);
    }

    /**
     * The filter that a request asks for.
     *
     * @throws BadRequestException if a date cannot be read, if a text is too long, or if the last day is before the first day
     */
    public static MetricFilter of(WebRequest request) {
        LocalDate from = FROM.of(request);
        LocalDate to = TO.of(request);
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadRequestException("to", "a date that is not before from, " + from, to.toString());
        }
        return new MetricFilter(
                from, to, CATEGORY.of(request), CITY.of(request), PRODUCT.of(request), CUSTOMER.of(request));
    }

    /** Whether nothing is filtered. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The length of the periods for a question that names none: days for a month, weeks for a quarter, months for longer slices. */
    public Grain usualGrain() {
        if (from == null || to == null || !from.plusDays(LONGEST_BY_WEEK).isAfter(to)) {
            return Grain.MONTH;
        }
        return from.plusDays(LONGEST_BY_DAY).isAfter(to) ? Grain.DAY : Grain.WEEK;
    }

    /** The part of the slice that lies in this period. */
    public MetricFilter within(LocalDate first, LocalDate last) {
        return during(from != null && from.isAfter(first) ? from : first, to != null && to.isBefore(last) ? to : last);
    }

    /** The same slice for other days. */
    public MetricFilter during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new MetricFilter(first, last, categories, cities, products, customers);
    }

    /** Whether the slice is of whole calendar months up to this day. */
    public boolean isOfWholeMonths(LocalDate end) {
        return from != null
                && from.getDayOfMonth() == 1
                && end.equals(YearMonth.from(end).atEndOfMonth());
    }

    /**
     * The same slice a year before. The last day of a February is that of the other February.
     *
     * @param end the last day of the slice, or an earlier one if the data ends there
     * @throws IllegalStateException if the slice has no first day
     */
    public MetricFilter yearBefore(LocalDate end) {
        if (from == null) {
            throw new IllegalStateException("A slice without a first day has no year before");
        }
        return during(
                from.minusYears(1),
                isOfWholeMonths(end) ? YearMonth.from(end).minusYears(1).atEndOfMonth() : end.minusYears(1));
    }

    /** The values of this parameter: {@code category}, {@code city}, {@code product} or {@code customer}; none for any other. */
    public List<String> values(String parameter) {
        return lists().getOrDefault(parameter, List.of());
    }

    /** The same filter with all values of this parameter: {@code category}, {@code city}, {@code product} or {@code customer}. */
    public MetricFilter without(String parameter) {
        return with(parameter, List.of());
    }

    /** The same filter with these values of this parameter. */
    public MetricFilter with(String parameter, List<String> values) {
        return new MetricFilter(
                from,
                to,
                parameter.equals("category") ? values : categories,
                parameter.equals("city") ? values : cities,
                parameter.equals("product") ? values : products,
                parameter.equals("customer") ? values : customers);
    }

    /** Whether only some products are in the slice. */
    public boolean isOfSomeProducts() {
        return !categories.isEmpty() || !products.isEmpty();
    }

    /** Whether nothing but cities is filtered. */
    public boolean isOfCitiesOnly() {
        return from == null && to == null && !isOfSomeProducts() && customers.isEmpty();
    }

    /** The first day as a key of {@code dim_date}; smaller than all keys if there is no first day. */
    public int fromKey() {
        return from == null ? BEFORE_ALL_DAYS : Grain.DAY.key(from);
    }

    /** The last day as a key of {@code dim_date}; larger than all keys if there is no last day. */
    public int toKey() {
        return to == null ? AFTER_ALL_DAYS : Grain.DAY.key(to);
    }

    /** The filter for a JSON answer, without parameters that filter nothing. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (from != null) {
            json.put("from", from.toString());
        }
        if (to != null) {
            json.put("to", to.toString());
        }
        lists().forEach((name, values) -> {
            if (!values.isEmpty()) {
                json.put(name, values);
            }
        });
        return json;
    }

    /** The filter as a query string without the question mark; empty if nothing is filtered. */
    public String toQuery() {
        StringJoiner query = new StringJoiner("&");
        toParameters()
                .forEach((name, values) ->
                        values.forEach(value -> query.add(name + "=" + UriUtils.encode(value, UTF_8))));
        return query.toString();
    }

    /** The filter as parameters of a request, without parameters that filter nothing. */
    public Map<String, List<String>> toParameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (from != null) {
            parameters.put("from", List.of(from.toString()));
        }
        if (to != null) {
            parameters.put("to", List.of(to.toString()));
        }
        lists().forEach((name, values) -> {
            if (!values.isEmpty()) {
                parameters.put(name, values);
            }
        });
        return parameters;
    }

    /**
     * The parameters of statements about the slice: the keys of the first and the last day; for each filter, whether all values
     * pass, and a list of the values that pass. A list in SQL must not be empty.
     */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("fromKey", fromKey());
        parameters.put("toKey", toKey());
        parameters.put("anyDay", from == null && to == null);
        parameters.put("anyCategory", categories.isEmpty());
        parameters.put("categories", notEmpty(categories));
        parameters.put("anyCity", cities.isEmpty());
        parameters.put("cities", notEmpty(cities));
        parameters.put("anyProduct", products.isEmpty());
        parameters.put("products", notEmpty(products));
        parameters.put("anyCustomer", customers.isEmpty());
        parameters.put("customers", notEmpty(customers));
        return parameters;
    }

    private static List<String> notEmpty(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }

    /** The values of all filters except days, by the name of their parameter. */
    private Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("category", categories);
        lists.put("city", cities);
        lists.put("product", products);
        lists.put("customer", customers);
        return lists;
    }
}
