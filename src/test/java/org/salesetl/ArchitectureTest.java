package org.salesetl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

@AnalyzeClasses(packages = "org.salesetl", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyRoutesAndPoliciesKnowCamel = noClasses()
            .that(
                    describe(
                            "are neither routes, their steps, policies nor data formats",
                            type -> !type.getName()
                                    .matches(
                                            ".*\\.(\\w+Routes|\\w+Policy|CsvDataFormats|TypedSteps|SqlParametersConverter)(\\$.*)?")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyRoutesBuildRoutes = classes()
            .that()
            .areAssignableTo(EndpointRouteBuilder.class)
            .should()
            .haveSimpleNameEndingWith("Routes");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.salesetl.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule notationStandsAlone = packageUsesOnly("notation");

    @ArchTest
    static final ArchRule intakeFollowsNotation = packageUsesOnly("intake", "notation");

    @ArchTest
    static final ArchRule bulkStandsAlone = packageUsesOnly("bulk");

    @ArchTest
    static final ArchRule outageStandsAlone = packageUsesOnly("outage");

    @ArchTest
    static final ArchRule databaseKnowsOutagesOnly = packageUsesOnly("database", "outage");

    @ArchTest
    static final ArchRule rollupStandsAlone = packageUsesOnly("rollup");

    @ArchTest
    static final ArchRule cacheStandsAlone = packageUsesOnly("cache");

    @ArchTest
    static final ArchRule validationFollowsIntake = packageUsesOnly("validation", "notation", "intake");

    @ArchTest
    static final ArchRule ledgerFollowsValidation =
            packageUsesOnly("ledger", "bulk", "outage", "rollup", "notation", "intake", "validation", "web");

    @ArchTest
    static final ArchRule loadFollowsLedger =
            packageUsesOnly("load", "bulk", "rollup", "notation", "intake", "validation", "ledger");

    @ArchTest
    static final ArchRule quarantineFollowsLoad =
            packageUsesOnly("quarantine", "bulk", "cache", "intake", "validation", "load", "metric", "web");

    @ArchTest
    static final ArchRule warehouseFollowsQuarantine =
            packageUsesOnly("warehouse", "bulk", "outage", "intake", "load", "quarantine");

    @ArchTest
    static final ArchRule archiveFollowsIntake = packageUsesOnly("archive", "intake");

    @ArchTest
    static final ArchRule customerFollowsWarehouse =
            packageUsesOnly("customer", "bulk", "intake", "validation", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule productFollowsWarehouse =
            packageUsesOnly("product", "bulk", "intake", "validation", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule saleFollowsWarehouseAndQuarantine = packageUsesOnly(
            "sale", "bulk", "rollup", "intake", "validation", "ledger", "load", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule pipelineKnowsNoKind = packageUsesOnly(
            "pipeline",
            "bulk",
            "rollup",
            "notation",
            "intake",
            "validation",
            "ledger",
            "load",
            "quarantine",
            "warehouse",
            "archive",
            "outage",
            "web");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static ArchRule packageUsesOnly(String name, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("org.salesetl." + name + "..")
                .should()
                .dependOnClassesThat(describe(
                        "reside in other packages than " + String.join(", ", others),
                        type -> isOurs(type)
                                && !room(type).equals(name)
                                && !Arrays.asList(others).contains(room(type))));
    }

    /** The root package holds what every other may use. */
    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.salesetl.");
    }

    private static String room(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }
}
