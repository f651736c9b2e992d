package org.salesetl.doctor;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.lang.management.ManagementFactory;
import java.text.DateFormatSymbols;
import java.time.ZoneId;
import java.util.Locale;
import org.salesetl.Diagnosis;
import org.salesetl.chart.Fonts;
import org.salesetl.database.DatabaseExamination;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** Looks at what the machine has: time zone, fonts and memory. */
final class MachineExamination {

    private static final DataSize LEAST_HEAP = DataSize.ofMegabytes(256);

    private MachineExamination() {}

    /** Which calendar day is today. */
    static Diagnosis zone(ZoneId zone, Locale locale) {
        return ok(
                "zone",
                "\"today\" is the day in " + zone.getId()
                        + (zone.equals(ZoneId.systemDefault())
                                ? ", the zone of this machine; sales-etl.zone names another"
                                : "")
                        + "; numbers and dates are written as in " + locale.toLanguageTag());
    }

    /** Whether charts can have the words of the language. */
    static Diagnosis fonts(Locale locale) {
        try {
            String months =
                    String.join("", DateFormatSymbols.getInstance(locale).getMonths());
            return Fonts.canWrite(months)
                    ? ok("fonts", "charts can have the months of " + locale.toLanguageTag())
                    : warning(
                            "fonts",
                            "charts get boxes in place of letters of " + locale.toLanguageTag()
                                    + ". Install a font that has them, for example the package fonts-noto.");
        } catch (RuntimeException | LinkageError e) {
            return failed(
                    "fonts",
                    "charts cannot be drawn: " + e
                            + ". Install what draws text, on Debian the packages libfreetype6 and fontconfig.");
        }
    }

    /** Whether the service has memory enough, and the machine memory for both service and embedded database. */
    static Diagnosis memory(Environment environment) {
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        return memory(
                DataSize.ofBytes(Runtime.getRuntime().maxMemory()),
                DataSize.ofBytes(embedded ? DatabaseExamination.embeddedMemory() : 0),
                DataSize.ofBytes(ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()));
    }

    static Diagnosis memory(DataSize heap, DataSize ofDatabase, DataSize ofMachine) {
        String found = "the service may take " + heap.toMegabytes() + " MB"
                + (ofDatabase.toBytes() == 0 ? "" : " and its database " + ofDatabase.toMegabytes() + " MB")
                + " of the "
                + ofMachine.toMegabytes() + " MB of this machine";
        if (heap.compareTo(LEAST_HEAP) < 0) {
            return warning("memory", found + ". Give it 512 MB: java -Xmx512m -jar …");
        }
        return heap.toBytes() + ofDatabase.toBytes() > ofMachine.toBytes()
                ? warning("memory", found + ", which is not enough for all. Lower -Xmx, or use a larger machine.")
                : ok("memory", found);
    }
}
