package org.salesetl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema of answers from their classes. Jackson tells which properties an object has, so the schema cannot differ from what
 * Jackson writes.
 */
final class AnswerSchemas {

    private static final String TYPE = "type";

    /** What JSON has these values as. */
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of(TYPE, "string")),
            Map.entry(Boolean.class, Map.of(TYPE, "boolean")),
            Map.entry(boolean.class, Map.of(TYPE, "boolean")),
            Map.entry(Integer.class, Map.of(TYPE, "integer")),
            Map.entry(int.class, Map.of(TYPE, "integer")),
            Map.entry(Long.class, Map.of(TYPE, "integer")),
            Map.entry(long.class, Map.of(TYPE, "integer")),
            Map.entry(BigInteger.class, Map.of(TYPE, "integer")),
            Map.entry(BigDecimal.class, Map.of(TYPE, "number")),
            Map.entry(Instant.class, Map.of(TYPE, "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of(TYPE, "string", "format", "date")),
            Map.entry(Period.class, Map.of(TYPE, "string", "format", "duration")),
            Map.entry(Object.class, Map.of()),
            Map.entry(JsonNode.class, Map.of()));

    private final ObjectMapper json;

    /** The schemas of objects, by their names. */
    private final Map<String, Map<String, Object>> objects = new TreeMap<>();

    private final Map<String, Class<?>> classes = new TreeMap<>();

    AnswerSchemas(ObjectMapper json) {
        this.json = json;
    }

    /** The schemas of all objects so far, by their names. */
    Map<String, Map<String, Object>> objects() {
        return objects;
    }

    /** The schema of a class. */
    Map<String, Object> of(Class<?> type) {
        return of(json.constructType(type));
    }

    private Map<String, Object> of(JavaType type) {
        Class<?> raw = type.getRawClass();
        Map<String, Object> plain = PLAIN.get(raw);
        if (plain != null) {
            return plain;
        }
        if (raw.isEnum()) {
            return Map.of(
                    TYPE,
                    "string",
                    "enum",
                    Arrays.stream(raw.getEnumConstants())
                            .map(constant -> json.convertValue(constant, String.class))
                            .toList());
        }
        if (type.isMapLikeType()) {
            return Map.of(TYPE, "object", "additionalProperties", of(type.getContentType()));
        }
        if (type.isCollectionLikeType()) {
            return Map.of(TYPE, "array", "items", of(type.getContentType()));
        }
        if (raw.getName().startsWith("java.")) {
            throw new IllegalStateException("Expected to know how JSON has a " + raw.getSimpleName());
        }
        BeanDescription bean = json.getSerializationConfig().introspect(type);
        AnnotatedMember value = bean.findJsonValueAccessor();
        return value == null ? object(bean) : of(value.getType());
    }

    private Map<String, Object> object(BeanDescription bean) {
        String name = name(bean.getBeanClass());
        Class<?> before = classes.put(name, bean.getBeanClass());
        if (before == null) {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> always = new ArrayList<>();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(TYPE, "object");
            object.put("properties", properties);
            object.put("required", always);
            objects.put(name, object);
            for (BeanPropertyDefinition property : bean.findProperties()) {
                boolean absent = isAbsentIfNull(bean, property);
                Map<String, Object> schema = of(property.getPrimaryType());
                properties.put(
                        property.getName(), !absent && isNullable(property.getAccessor()) ? orNull(schema) : schema);
                if (!absent) {
                    always.add(property.getName());
                }
            }
        } else if (!before.equals(bean.getBeanClass())) {
            throw new IllegalStateException("Expected one class with the name " + name + " but found two");
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private boolean isAbsentIfNull(BeanDescription bean, BeanPropertyDefinition property) {
        JsonInclude.Value ofBean =
                bean.findPropertyInclusion(json.getSerializationConfig().getDefaultPropertyInclusion());
        JsonInclude.Include include =
                ofBean.withOverrides(property.findInclusion()).getValueInclusion();
        return include == JsonInclude.Include.NON_NULL && isNullable(property.getAccessor());
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        if (schema.get(TYPE) instanceof String type && !schema.containsKey("enum")) {
            nullable.put(TYPE, List.of(type, "null"));
            return nullable;
        }
        return Map.of("anyOf", List.of(schema, Map.of(TYPE, "null")));
    }

    private static boolean isNullable(AnnotatedMember member) {
        AnnotatedElement type = member.getMember() instanceof Method method
                ? method.getAnnotatedReturnType()
                : ((Field) member.getMember()).getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The name of a class, with those of the classes around it: {@code KeyFiguresPoint}. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + type.getSimpleName();
    }
}
