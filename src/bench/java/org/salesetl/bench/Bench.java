package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What every part of the benchmark works with. */
record Bench(Options options, Server server, Datasets datasets, Python python, Report report) {

    /** A new schema and folders for the service. */
    Warehouse emptyWarehouse(String schema) throws IOException, SQLException {
        return Warehouse.empty(server, schema, options.home().resolve("run"));
    }

    /** The service on a warehouse, ready and idle, with a server that has nothing else left to do either. */
    Service start(Warehouse warehouse) throws IOException, InterruptedException, SQLException {
        Service service = Service.start(options, warehouse);
        service.settle();
        server.settle();
        return service;
    }

    /** Loads a data set into an empty warehouse and makes sure that it got there. */
    Loaded loadFirst(Service service, Dataset data) throws IOException, InterruptedException, SQLException {
        server.settle();
        Loaded loaded = service.load(data.files());
        Correctness.requireLoaded(loaded, data);
        Correctness.requireMetrics(service.api(), data.expected());
        return loaded;
    }

    /** Loads new sales on top of others. */
    Loaded loadOnTop(Service service, Dataset data) throws IOException, InterruptedException, SQLException {
        server.settle();
        Loaded loaded = service.load(List.of(data.sales()));
        Correctness.requireLoaded(loaded, data);
        return loaded;
    }

    Path scratch(String name) throws IOException {
        return Files.createDirectories(options.home().resolve("scratch")).resolve(name);
    }

    void say(String text) {
        System.out.println("[bench] " + text);
    }
}
