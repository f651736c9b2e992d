package org.salesetl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

@AnalyzeClasses(packages = "org.salesetl", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** The root package is a room too. */
    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("org.salesetl")
                    ? SliceIdentifier.of(isOurs(type) ? room(type) : "root")
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

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

    /** What every other package may use. */
    private static final Set<String> BASICS = Set.of("vocabulary", "sql", "row", "work");

    /** The packages of the jar with the classifier {@code rules}; pom.xml names them too. */
    private static final String[] RULES = {
        "org.salesetl.vocabulary..",
        "org.salesetl.notation..",
        "org.salesetl.text..",
        "org.salesetl.mapping..",
        "org.salesetl.layout..",
        "org.salesetl.validation..",
        "org.salesetl.rule..",
        "org.salesetl.split..",
        "org.salesetl.row..",
        "org.salesetl.sql..",
        "org.salesetl.work.."
    };

    @ArchTest
    static final ArchRule rulesRunAnywhere = noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .dependOnClassesThat(resideInAPackage("org.salesetl..")
                    .and(not(resideInAnyPackage(RULES)))
                    .or(resideInAnyPackage(
                            "org.springframework..", "org.apache.camel..", "org.flywaydb..", "jakarta.servlet..")))
            .because("the same rules judge rows on machines that have neither the service nor its database");

    @ArchTest
    static final ArchRule onlyRoutesBuildRoutes = classes()
            .that()
            .areAssignableTo(RouteBuilder.class)
            .and()
            .areNotAssignableTo(RouteConfigurationBuilder.class)
            .should()
            .haveSimpleNameEndingWith("Routes");

    @ArchTest
    static final ArchRule routesNameEndpointsStatically = noClasses()
            .should()
            .beAssignableTo(EndpointRouteBuilder.class)
            .because(
                    "it brings hundreds of interfaces along, and a start looks for annotations in each of them for each class;"
                            + " StaticEndpointBuilders has the same methods");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(ROOMS).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule notationStandsAlone = packageUsesOnly("notation");

    @ArchTest
    static final ArchRule textStandsAlone = packageUsesOnly("text");

    @ArchTest
    static final ArchRule bulkStandsAlone = packageUsesOnly("bulk");

    @ArchTest
    static final ArchRule outageStandsAlone = packageUsesOnly("outage");

    @ArchTest
    static final ArchRule transactionStandsAlone = packageUsesOnly("transaction");

    @ArchTest
    static final ArchRule cacheStandsAlone = packageUsesOnly("cache");

    @ArchTest
    static final ArchRule databaseKnowsOutagesOnly = packageUsesOnly("database", "outage");

    @ArchTest
    static final ArchRule mappingFollowsText = packageUsesOnly("mapping", "notation", "text");

    @ArchTest
    static final ArchRule layoutFollowsMapping = packageUsesOnly("layout", "notation", "text", "mapping");

    @ArchTest
    static final ArchRule personalFollowsLayout = packageUsesOnly("personal", "layout");

    @ArchTest
    static final ArchRule openIdFollowsUser = packageUsesOnly("openid", "user");

    @ArchTest
    static final ArchRule forgettingFollowsCheck =
            packageUsesOnly("forgetting", "layout", "mapping", "ledger", "archive", "check", "personal", "web");

    @ArchTest
    static final ArchRule workbookFollowsText = packageUsesOnly("workbook", "text");

    @ArchTest
    static final ArchRule jsonFollowsText = packageUsesOnly("json", "text");

    @ArchTest
    static final ArchRule inboxFollowsLayout =
            packageUsesOnly("inbox", "notation", "text", "workbook", "json", "layout", "mapping");

    @ArchTest
    static final ArchRule validationFollowsLayout =
            packageUsesOnly("validation", "notation", "text", "layout", "mapping");

    @ArchTest
    static final ArchRule ruleFollowsValidation =
            packageUsesOnly("rule", "notation", "text", "layout", "mapping", "validation");

    @ArchTest
    static final ArchRule splitFollowsValidation = packageUsesOnly("split", "text", "layout", "validation", "rule");

    @ArchTest
    static final ArchRule questionFollowsValidation =
            packageUsesOnly("question", "text", "layout", "mapping", "personal", "inbox", "validation", "rule");

    @ArchTest
    static final ArchRule rollupKnowsTransactionsOnly = packageUsesOnly("rollup", "transaction");

    @ArchTest
    static final ArchRule sliceFollowsRollup = packageUsesOnly("slice", "rollup", "web");

    @ArchTest
    static final ArchRule bucketFollowsInbox = packageUsesOnly("bucket", "inbox", "outage", "text", "engine", "work");

    @ArchTest
    static final ArchRule lakeFollowsRollup = packageUsesOnly("lake", "bulk", "rollup", "engine", "ledger", "web");

    @ArchTest
    static final ArchRule ledgerFollowsValidation = packageUsesOnly("ledger", "bulk", "outage", "validation", "web");

    @ArchTest
    static final ArchRule loadFollowsLedger = packageUsesOnly(
            "load",
            "bulk",
            "rollup",
            "notation",
            "text",
            "layout",
            "mapping",
            "personal",
            "inbox",
            "validation",
            "rule",
            "split",
            "question",
            "ledger");

    @ArchTest
    static final ArchRule engineFollowsLoad =
            packageUsesOnly("engine", "text", "layout", "split", "inbox", "ledger", "load", "outage");

    @ArchTest
    static final ArchRule registryFollowsMapping = packageUsesOnly("registry", "cache", "mapping", "web");

    @ArchTest
    static final ArchRule leftOutFollowsLoad =
            packageUsesOnly("leftout", "bulk", "layout", "mapping", "validation", "load", "web");

    @ArchTest
    static final ArchRule quarantineFollowsLoad = packageUsesOnly(
            "quarantine",
            "bulk",
            "cache",
            "text",
            "layout",
            "mapping",
            "validation",
            "load",
            "leftout",
            "slice",
            "web");

    @ArchTest
    static final ArchRule warehouseFollowsQuarantine =
            packageUsesOnly("warehouse", "bulk", "layout", "mapping", "load", "leftout", "quarantine");

    @ArchTest
    static final ArchRule archiveFollowsInbox = packageUsesOnly("archive", "layout", "mapping", "inbox");

    @ArchTest
    static final ArchRule customerFollowsWarehouse = packageUsesOnly("customer", "leftout", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule productFollowsWarehouse = packageUsesOnly("product", "leftout", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule rateFollowsWarehouse = packageUsesOnly("rate", "leftout", "quarantine", "warehouse");

    @ArchTest
    static final ArchRule saleFollowsWarehouseAndQuarantine = packageUsesOnly(
            "sale",
            "bulk",
            "rollup",
            "text",
            "layout",
            "mapping",
            "validation",
            "rule",
            "ledger",
            "load",
            "leftout",
            "quarantine",
            "warehouse");

    @ArchTest
    static final ArchRule pipelineKnowsNoKind = packageUsesOnly(
            "pipeline",
            "bulk",
            "text",
            "layout",
            "mapping",
            "inbox",
            "validation",
            "question",
            "ledger",
            "load",
            "transaction",
            "leftout",
            "quarantine",
            "warehouse",
            "archive",
            "registry",
            "outage");

    @ArchTest
    static final ArchRule checkFollowsPipeline = packageUsesOnly(
            "check",
            "text",
            "layout",
            "mapping",
            "inbox",
            "validation",
            "rollup",
            "question",
            "ledger",
            "load",
            "outage",
            "pipeline",
            "web");

    @ArchTest
    static final ArchRule eventFollowsPipeline =
            packageUsesOnly("event", "text", "mapping", "json", "inbox", "ledger", "load", "archive", "pipeline");

    @ArchTest
    static final ArchRule runFollowsPipelineAndCheck = packageUsesOnly(
            "run",
            "event",
            "layout",
            "mapping",
            "registry",
            "inbox",
            "ledger",
            "load",
            "outage",
            "quarantine",
            "warehouse",
            "archive",
            "pipeline",
            "check",
            "web");

    @ArchTest
    static final ArchRule answerFollowsRun = packageUsesOnly(
            "answer",
            "cache",
            "text",
            "layout",
            "mapping",
            "inbox",
            "question",
            "ledger",
            "archive",
            "registry",
            "check",
            "run",
            "web");

    @ArchTest
    static final ArchRule correctionFollowsRun = packageUsesOnly(
            "correction",
            "notation",
            "text",
            "layout",
            "mapping",
            "inbox",
            "validation",
            "question",
            "ledger",
            "load",
            "quarantine",
            "archive",
            "registry",
            "pipeline",
            "run",
            "web");

    @ArchTest
    static final ArchRule uploadFollowsRun = packageUsesOnly("upload", "inbox", "ledger", "check", "run", "web");

    @ArchTest
    static final ArchRule operationOnlyLooks =
            packageUsesOnly("operation", "cache", "inbox", "ledger", "outage", "web");

    @ArchTest
    static final ArchRule apiDescribesWhatOthersSay = packageUsesOnly("api", "security", "web");

    @ArchTest
    static final ArchRule retentionFollowsArchive = packageUsesOnly("retention", "archive", "audit", "ledger", "web");

    @ArchTest
    static final ArchRule doctorStandsApart =
            packageUsesOnly("doctor", "database", "outage", "openid", "bucket", "chart", "rollup", "security", "user");

    @ArchTest
    static final ArchRule backupStandsApart = packageUsesOnly("backup", "database", "rollup");

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
                                && !BASICS.contains(room(type))
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
