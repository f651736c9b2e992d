package org.salesetl;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The names of all settings under {@code sales-etl.*}, to find those that nobody reads: a wrong letter must not pass in silence. */
public final class SettingNames {

    /** The settings, and whether more words may follow the name, as those of a map or of a list do. */
    private static final Map<String, Boolean> NAMES = new TreeMap<>();

    /** Two names are so much alike, from 0 to 1, if one of them is probably a slip of the other. */
    private static final double ALIKE = 0.9;

    private static final String PREFIX = "SALES_ETL_";
    private static final String PROPERTY = "sales-etl.";

    /** Kubernetes gives every container such variables about each service, whatever the service is called. */
    private static final Pattern OF_KUBERNETES = Pattern.compile(".*_(SERVICE_(HOST|PORT)|PORT)(_.*)?");

    static {
        collect("sales-etl", SalesEtlProperties.class);
    }

    private SettingNames() {}

    /**
     * What is wrong with variables of the environment and properties of the machine, in a sentence for each that looks like a setting
     * and is none.
     *
     * @param variables the names of all of them
     */
    public static List<String> problems(Collection<String> variables) {
        return variables.stream()
                .filter(variable -> variable.startsWith(PROPERTY)
                        || (variable.startsWith(PREFIX)
                                && !OF_KUBERNETES.matcher(variable).matches()))
                .filter(variable -> !isKnown(letters(variable)))
                .sorted()
                .map(variable -> variable + " is no setting of the service, and does nothing." + hint(variable))
                .toList();
    }

    /** The same for the environment and the properties of this process. */
    public static List<String> problems() {
        return problems(
                Stream.concat(System.getenv().keySet().stream(), System.getProperties().stringPropertyNames().stream())
                        .toList());
    }

    /** A question for a name that is no setting: whether another one was meant; empty if none is like it. */
    static String hint(String name) {
        return nearest(name).map(near -> " Is " + near + " meant?").orElse("");
    }

    private static Optional<String> nearest(String name) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String wanted = letters(name);
        return NAMES.keySet().stream()
                .max(Comparator.comparingDouble(known -> similarity.apply(letters(known), wanted)))
                .filter(known -> similarity.apply(letters(known), wanted) >= ALIKE);
    }

    private static boolean isKnown(String letters) {
        return NAMES.entrySet().stream()
                .anyMatch(known -> known.getValue()
                        ? letters.startsWith(letters(known.getKey()))
                        : letters.equals(letters(known.getKey())));
    }

    /** The environment has neither dots nor dashes, and writes an underscore for some of them. */
    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static void collect(String name, Class<?> type) {
        if (!type.isRecord()) {
            NAMES.put(name, Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type));
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            collect(name + "." + DataObjectPropertyName.toDashedForm(component.getName()), component.getType());
        }
    }
}
