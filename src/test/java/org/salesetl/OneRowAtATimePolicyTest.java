package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class OneRowAtATimePolicyTest extends WarehouseTest {

    private static final String MANY_ROWS = """
            WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < :#most)
            SELECT a.i, REPEAT('x', 100) AS text FROM n a CROSS JOIN n b""";

    /** Half a million rows of a hundred bytes. */
    private static final int MOST = 700;

    private static final long ALL_BYTES = 50_000_000;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void leavesOutTheRowsThatNobodyReads() {
        camel.getRegistry().bind("many-rows", MANY_ROWS);
        long before = warehouse.bytesSent();

        Exchange answer = template.request(
                "sql:ref:many-rows?outputType=StreamList&prepareStatementStrategy=#" + OneRowAtATimePolicy.NAME,
                exchange -> exchange.getMessage().setHeader("most", MOST));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody()).isInstanceOf(Iterator.class);
        // what fits into the buffers of a connection has been sent
        assertThat(warehouse.bytesSent() - before).isLessThan(ALL_BYTES / 2);
        for (int use = 0; use < 50; use++) {
            assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
        }
    }
}
