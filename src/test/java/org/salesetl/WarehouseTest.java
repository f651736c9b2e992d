package org.salesetl;

import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole service and a real database server, with an empty warehouse and empty folders before each test.
 *
 * <p>All of them share one application, except tests with settings of their own: the property {@code tests.home} gives the application of
 * such a test other folders, because the shared one goes on and would take files out of the same inbox. The server is the embedded one, or
 * the one that {@code -Dspring.datasource.url} names.
 */
@Tag("database")
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sales-etl.inbox=${tests.folder:target}/${tests.home:warehouse-test}/inbox",
            "sales-etl.archive=${tests.folder:target}/${tests.home:warehouse-test}/archive",
            "sales-etl.data=${tests.folder:target}/${tests.home:warehouse-test}/data",
            "sales-etl.mappings=${tests.folder:target}/${tests.home:warehouse-test}/mappings",
            "sales-etl.watch=0",
            "sales-etl.settle=100ms",
            "sales-etl.query-time-limit=10s",
            "sales-etl.schedule=",
            "sales-etl.keep.archive=3650d",
            "sales-etl.keep.quarantine=3650d",
            "sales-etl.keep.ledger=3650d",
            "sales-etl.keep.history=3650d",
            "sales-etl.keep.schedule=",
            "sales-etl.sample.on-empty=false",
            "sales-etl.admin-password=only-for-tests",
            "spring.flyway.clean-disabled=false",
            "management.prometheus.metrics.export.enabled=true",
        })
@Import({TestWarehouse.class, FreshSchema.class, HttpApi.class})
public abstract class WarehouseTest {

    @Autowired
    protected TestWarehouse warehouse;

    @BeforeEach
    void emptyWarehouse() {
        warehouse.empty();
    }
}
