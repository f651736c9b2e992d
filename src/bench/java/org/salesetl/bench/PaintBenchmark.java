package org.salesetl.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.salesetl.dashboard.Chromium;

/** How long somebody looks at nothing who opens the page of the ten charts for the first time. */
final class PaintBenchmark {

    private static final int WARM_UPS = 3;
    private static final int VISITS = 9;

    /** From the click to the first text or picture, in milliseconds. */
    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

    private static final String ALL_DRAWN = "() => document.querySelectorAll('.chart canvas').length === 10";

    private final Bench bench;

    PaintBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** @param usual a warehouse with the usual sales */
    void run(Warehouse usual) throws IOException, InterruptedException, SQLException {
        bench.say("first paint");
        Path chromium = Chromium.path().orElse(null);
        Timings withNothing = new Timings();
        Timings withSales = new Timings();
        if (chromium != null) {
            Warehouse empty = bench.emptyWarehouse("nothing");
            try (Playwright driver = Chromium.driver();
                    Browser browser = Chromium.launch(driver, chromium)) {
                visit(browser, empty, withNothing, null);
                visit(browser, usual, withSales, ALL_DRAWN);
            }
            empty.drop();
        }
        OptionalDouble ratio = Contestant.ratio(withSales.medianIfAny(), withNothing.medianIfAny());
        bench.report()
                .line(
                        Target.FIRST_PAINT,
                        Verdict.below(1.5, ratio),
                        chromium == null
                                ? "no Chromium on this machine"
                                : Figures.ratio(ratio) + ": " + withSales + ", of an empty one " + withNothing);
    }

    /** Each visit is somebody else's first one. */
    private void visit(Browser browser, Warehouse warehouse, Timings paints, @Nullable String complete)
            throws IOException, InterruptedException, SQLException {
        try (Service service = bench.start(warehouse)) {
            for (int visit = 0; visit < WARM_UPS + VISITS; visit++) {
                try (BrowserContext somebody = browser.newContext()) {
                    Page page = somebody.newPage();
                    page.navigate(service.api().address() + "/analytics");
                    page.waitForFunction(FIRST_PAINT);
                    if (complete != null) {
                        page.waitForFunction(complete);
                    }
                    if (visit >= WARM_UPS) {
                        paints.add(((Number) page.evaluate(FIRST_PAINT)).doubleValue() / 1000);
                    }
                }
            }
        }
    }
}
