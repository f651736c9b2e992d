package org.salesetl.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** What the figures depend on, told in the report before anything is measured. */
final class Machine {

    private Machine() {}

    static void describe(Options options, Python python, Server server, Report report)
            throws IOException, InterruptedException, SQLException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        report.setting(
                "machine",
                system.getAvailableProcessors() + " cores (" + processor() + "), "
                        + Figures.mebibytes(system.getTotalMemorySize()) + " of memory, " + system.getName() + " "
                        + system.getVersion() + ", load before the start "
                        + Figures.load(system.getSystemLoadAverage()));
        report.setting("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        report.setting(
                "server",
                server.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(", ")));
        report.setting("service", "one process, -Xmx" + options.heap() + ", started anew for each first load");
        report.setting(
                "data",
                (python.generates() ? "make_sales.py" : "the project's sample generator") + ", "
                        + Figures.count(options.sales()) + " and " + Figures.count(options.large())
                        + " sales, medians of " + options.rounds());
        if (python.loads()) {
            report.setting("peer", python.versions());
        }
        if (!python.leftOut().isEmpty()) {
            report.setting("left out", python.leftOut());
        }
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
