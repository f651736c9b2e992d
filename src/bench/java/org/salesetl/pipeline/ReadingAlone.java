package org.salesetl.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.salesetl.SalesEtlProperties;
import org.salesetl.work.WorkFolder;
import org.salesetl.bulk.TableLoads;
import org.salesetl.text.Chunk;
import org.salesetl.layout.ChunkReader;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.Layout;
import org.salesetl.layout.RowReader;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.load.RowChunk;
import org.salesetl.layout.ReadingSettings;
import org.salesetl.registry.MappingConfiguration;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.rule.RuleBook;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/**
 * The part of a load that needs no database, as the route {@code read-rows} does it, as a program of its own: looking through the
 * file for how it is written, then cutting it into chunks, parsing them, judging their rows.
 */
public final class ReadingAlone {

    /** The name of the step that looks through the file. */
    public static final String SURVEY = "looking through for encoding, dates and numbers";

    private static final Run RUN = new Run(1, new RunRequest(Trigger.WATCH, Mode.INCREMENTAL));

    private final Drops drops;
    private final RuleBook ruleBook;
    private final RowJudge judge;
    private final Set<String> nullWords;
    private final AnnotationConfigApplicationContext beans;
    private final CamelContext camel;

    private ReadingAlone(AnnotationConfigApplicationContext beans, CamelContext camel) {
        this.beans = beans;
        this.camel = camel;
        this.drops = beans.getBean(Drops.class);
        this.ruleBook = new RuleBook(beans.getBean(Clock.class), beans.getBean(WorkFolder.class));
        this.judge = beans.getBean(RowJudge.class);
        this.nullWords = Set.copyOf(beans.getBean(SalesEtlProperties.class).nullWords());
    }

    /**
     * Prints, as JSON, how long one pass took and then each of several more.
     *
     * @param arguments a file of sales, and how many passes to measure
     */
    public static void main(String[] arguments) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.start();
        Path file = Path.of(arguments[0]);
        try (AnnotationConfigApplicationContext beans = beans(file.resolveSibling("work"))) {
            ReadingAlone reading = new ReadingAlone(beans, camel);
            Pass first = reading.pass(file);
            reading.pass(file);
            List<Map<String, Object>> passes = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                passes.add(reading.pass(file).toJson());
            }
            System.out.println(new ObjectMapper()
                    .writeValueAsString(Map.of("rows", first.rows, "first", first.toJson(), "passes", passes)));
        } finally {
            camel.stop();
        }
    }

    private Pass pass(Path file) throws Exception {
        long started = System.nanoTime();
        Pass pass = new Pass();
        Claim claim = new Claim(RUN, Drop.unread(file));
        Layout layout = drops.layout(claim.drop());
        claim.read(layout);
        pass.surveying = System.nanoTime() - started;
        SalesChanges changes = new SalesChanges(WorkFolder.at(file.resolveSibling("changes")));
        FileLoad load = new FileLoad(claim, 1, false, new RowReader(layout, nullWords), ruleBook.rules(layout.kind()), TableLoads.none(), changes);
        CsvDataFormat format = beans.getBean(layout.csvFormat(), CsvDataFormat.class);
        format.start();
        try (ChunkReader chunks = drops.chunks(claim.drop(), layout)) {
            long before = System.nanoTime();
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                String text = chunk.text();
                long cut = System.nanoTime();
                List<List<String>> rows = parse(format, text);
                long parsed = System.nanoTime();
                judge.judge(rows, new RowChunk(load, chunk));
                long judged = System.nanoTime();
                pass.cutting += cut - before;
                pass.parsing += parsed - cut;
                pass.judging += judged - parsed;
                pass.rows += chunk.size();
                before = judged;
            }
        }
        load.close();
        pass.whole = System.nanoTime() - started;
        return pass;
    }

    @SuppressWarnings("unchecked") // what the format is documented to give
    private List<List<String>> parse(CsvDataFormat format, String text) throws Exception {
        return (List<List<String>>) format.unmarshal(new DefaultExchange(camel), text);
    }

    /** The service's own beans, as far as they are asked for. */
    private static AnnotationConfigApplicationContext beans(Path work) throws IOException {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(
                SalesEtlProperties.class,
                () -> new Binder(new MapConfigurationPropertySource(
                                Map.of("sales-etl.inbox", System.getProperty("java.io.tmpdir"))))
                        .bindOrCreate("sales-etl", SalesEtlProperties.class));
        beans.registerBean(
                ReadingSettings.class,
                () -> beans.getBean(SalesEtlProperties.class).readingSettings());
        beans.register(MappingConfiguration.class);
        beans.registerBean(Clock.class, Clock::systemDefaultZone);
        beans.registerBean(WorkFolder.class, () -> WorkFolder.at(work));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.scan("org.salesetl.mapping", "org.salesetl.layout", "org.salesetl.inbox", "org.salesetl.pipeline");
        beans.refresh();
        return beans;
    }

    /** How long everything took, and each step, in nanoseconds. */
    private static final class Pass {

        private long rows;
        private long whole;
        private long surveying;
        private long cutting;
        private long parsing;
        private long judging;

        Map<String, Object> toJson() {
            Map<String, Object> steps = new LinkedHashMap<>();
            steps.put(SURVEY, surveying / 1e9);
            steps.put("cutting and decoding", cutting / 1e9);
            steps.put("parsing", parsing / 1e9);
            steps.put("judging", judging / 1e9);
            return Map.of("seconds", whole / 1e9, "steps", steps);
        }
    }
}
