package org.salesetl;

import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.TypeConverters;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.springframework.stereotype.Component;

/** Lets camel-sql find the parameters of a statement in the body. Camel finds this bean by its type. */
@Component
@Converter
public class SqlParametersConverter implements TypeConverters {

    @Converter
    public Map<String, @Nullable Object> toMap(SqlParameters body) {
        return body.parameters();
    }
}
