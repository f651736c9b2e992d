package org.salesetl.doctor;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.Command;
import org.salesetl.CommandSettings;
import org.salesetl.Diagnosis;
import org.salesetl.Diagnosis.Level;
import org.salesetl.RefusedStartException;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SettingNames;
import org.salesetl.bucket.BucketExamination;
import org.salesetl.database.DatabaseExamination;
import org.salesetl.openid.OpenIdExamination;
import org.salesetl.rollup.FillRollups;
import org.salesetl.security.ExposureExamination;
import org.salesetl.work.WorkFolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** Looks at everything that the service needs, with the configuration that the service would have, and says what to do. */
public final class Doctor implements Command {

    private static final String CONFIGURATION = "configuration";

    @Override
    public String name() {
        return "doctor";
    }

    /** @throws IllegalArgumentException if there is another word behind that of the command */
    @Override
    public int run(String... options) {
        for (String option : options) {
            if (!option.startsWith("--")) {
                throw new IllegalArgumentException(
                        "Expected only options behind doctor, such as --server.port=8081, but found " + option);
            }
        }
        List<Diagnosis> found = examine(options);
        found.forEach(diagnosis -> System.out.println(diagnosis.line()));
        return found.stream().anyMatch(diagnosis -> diagnosis.level() == Level.FAILED) ? 1 : 0;
    }

    /** Looks at everything; changes nothing. */
    static List<Diagnosis> examine(String... options) {
        List<Diagnosis> found = new ArrayList<>();
        CommandSettings settings = settings(options, found);
        if (settings != null) {
            Environment environment = settings.environment();
            SalesEtlProperties properties = settings.properties();
            found.addAll(SettingNames.problems().stream()
                    .map(problem -> warning(CONFIGURATION, problem))
                    .toList());
            found.addAll(new FolderExamination(properties).examine());
            found.addAll(DatabaseExamination.of(
                    environment,
                    properties.data(),
                    Clock.systemUTC(),
                    new FillRollups(WorkFolder.at(properties.work()))));
            found.addAll(OpenIdExamination.examine(properties.openId()));
            found.addAll(BucketExamination.examine(properties));
            found.add(MachineExamination.zone(properties.zone(), properties.locale()));
            found.add(MachineExamination.fonts(properties.locale()));
            found.add(MachineExamination.memory(environment));
            found.addAll(AdminExamination.examine(properties.adminPassword()));
            found.add(ExposureExamination.examine(settings.server(), properties));
            found.add(new PortExamination(settings.server(), properties.data()).examine());
        }
        return found;
    }

    /** The configuration; null if it cannot be read. */
    private static @Nullable CommandSettings settings(String[] options, List<Diagnosis> found) {
        try {
            CommandSettings settings = CommandSettings.read(options);
            found.add(ok(CONFIGURATION, "can be read"));
            return settings;
        } catch (RefusedStartException e) {
            found.add(failed(CONFIGURATION, e));
            return null;
        } catch (RuntimeException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            found.add(failed(CONFIGURATION, e.getMessage() + (cause == e ? "" : ": " + cause.getMessage())));
            return null;
        }
    }
}
