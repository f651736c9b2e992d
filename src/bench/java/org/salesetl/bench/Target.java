package org.salesetl.bench;

/** The lines of the report's table: what is asked for, and how much of it. */
enum Target {
    EMPTY_LOAD("{sales} sales into an empty warehouse, end to end", "≥ 2 × the floor's rate, and ≥ 7 × pandas"),
    ON_TOP("{sales} new sales on top of {sales}", "≥ 1.0 × the floor's `on_top` rate"),
    LARGE_LOAD("the same at {large} sales, heap {heap}", "rate ≥ 0.7 × that at {sales}; heap flat"),
    READING(
            "reading + validating alone, one core",
            "≥ 10 × the floor's rate per core, or the profile that shows why not"),
    SURVEY("finding out encoding, dates and numbers of {sales} sales", "< 15 % of their load"),
    CORRECTED("a corrected copy of a loaded file, 1 % of rows changed", "≥ 2 × faster than its first load"),
    REPEATED("the same content again (hash known)", "< 2 × the time to hash it"),
    FILES("{files} files of 10 sales each", "≥ 100 files/s, and no slower at the end than at the start"),
    METRICS(
            "ten metrics, no filter, {sales} → {large} sales",
            "time grows < 1.5 ×; each ≥ 50 × faster than its SQL on the fact table at {large}"),
    SLICED_METRICS(
            "ten metrics with a date range and a category",
            "each ≥ 10 × faster than its SQL on the fact table at {large}"),
    CHARTS(
            "ten PNG charts",
            "drawing ≥ 10 × faster than matplotlib in `pandas_peer.py charts`; unchanged data answers 304 or from"
                    + " memory"),
    FIRST_PAINT("first paint of `/analytics` with {sales} sales", "< 1.5 × that of an empty warehouse"),
    PAGES("the slowest statement of any page or listing, at {large} sales", "< 1 s"),
    CLIENTS(
            "pages and charts under 50 clients while a {sales}-row load runs",
            "no error, median latency < 3 × idle, load < 1.5 × slower"),
    START("start with a warehouse of {large} sales", "< 1.2 × start with an empty one"),
    YEAR(
            "pages and a run after a year of {year} files",
            "each < 1.5 × the time of the first day, or less than 50 ms more");

    private final String what;
    private final String goal;

    Target(String what, String goal) {
        this.what = what;
        this.goal = goal;
    }

    String what(Options options) {
        return filled(what, options);
    }

    String goal(Options options) {
        return filled(goal, options);
    }

    private static String filled(String text, Options options) {
        return text.replace("{sales}", Figures.count(options.sales()))
                .replace("{large}", Figures.count(options.large()))
                .replace("{files}", Figures.count(options.files()))
                .replace("{year}", Figures.count(options.year()))
                .replace("{heap}", options.heap());
    }
}
