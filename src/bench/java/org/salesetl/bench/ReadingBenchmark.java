package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.salesetl.pipeline.ReadingAlone;

/** Reading and validating, with one core and no database. */
final class ReadingBenchmark {

    private static final List<String> ON_ONE_CORE = List.of("taskset", "--cpu-list", "0");

    private final Bench bench;

    ReadingBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** @param rates of the floor, since the server loads on one connection, so with one core, and of the whole load */
    void run(LoadRates rates) throws IOException, InterruptedException {
        bench.say("reading and validating alone");
        List<String> command = new ArrayList<>();
        boolean bound = Commands.succeeds(List.of("taskset", "--version"));
        if (bound) {
            command.addAll(ON_ONE_CORE);
        }
        command.addAll(Commands.java(
                "-Xmx" + bench.options().heap(),
                "-XX:ActiveProcessorCount=1",
                ReadingAlone.class.getName(),
                bench.datasets().sales(bench.options().sales()).sales().toString(),
                "" + bench.options().rounds()));
        String output = Commands.output(command);
        report(new ObjectMapper().readTree(output.substring(output.indexOf('{'))), bound, rates);
    }

    private void report(JsonNode answer, boolean bound, LoadRates rates) {
        long rows = answer.path("rows").asLong();
        Timings whole = new Timings();
        for (JsonNode pass : answer.path("passes")) {
            whole.add(pass.path("seconds").asDouble());
        }
        double rate = rows / whole.median();
        OptionalDouble ratio = Contestant.ratio(OptionalDouble.of(rate), rates.floor());
        bench.report()
                .line(
                        Target.READING,
                        Verdict.atLeast(10, ratio),
                        Figures.ratio(ratio) + " the floor: " + Figures.rate(rate) + ", " + whole);

        List<List<String>> steps = new ArrayList<>();
        answer.path("passes").path(0).path("steps").fieldNames().forEachRemaining(step -> {
            Timings seconds = new Timings();
            answer.path("passes")
                    .forEach(pass -> seconds.add(pass.path("steps").path(step).asDouble()));
            steps.add(List.of(step, seconds.toString(), Figures.percent(seconds.median() / whole.median())));
        });
        Timings survey = new Timings();
        answer.path("passes").forEach(pass -> survey.add(pass.path("steps").path(ReadingAlone.SURVEY).asDouble()));
        OptionalDouble share = rates.empty().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(survey.median() * rates.empty().getAsDouble() / rows);
        bench.report()
                .line(
                        Target.SURVEY,
                        share.isEmpty() ? Verdict.UNKNOWN : Verdict.of(share.getAsDouble() < 0.15),
                        (share.isEmpty() ? "?" : Figures.percent(share.getAsDouble())) + " of the load: " + survey);
        bench.report()
                .details(
                        "Reading and validating alone",
                        "One thread" + (bound ? " on one core, which its compiler and collector share" : "")
                                + ", after a first pass that took "
                                + Figures.seconds(
                                        answer.path("first").path("seconds").asDouble())
                                + " in a fresh process.\n\n"
                                + Report.table(List.of("step", "time", "share"), steps));
    }
}
