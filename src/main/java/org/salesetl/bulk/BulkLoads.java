package org.salesetl.bulk;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.salesetl.SqlFile;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Opens the loads of a file: by {@code LOAD DATA LOCAL} if the server allows it, else by batches.
 *
 * <p>The statement of the load {@code sale/load-new} is {@code sql/sale/load-new.sql}.
 */
@Component
public class BulkLoads {

    private static final Logger log = LoggerFactory.getLogger(BulkLoads.class);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final SQLExceptionTranslator translator;
    private final WorkFolder folder;
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private volatile boolean toldThatForbidden;

    BulkLoads(JdbcTemplate jdbc, DataSource dataSource, WorkFolder folder) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.translator = jdbc.getExceptionTranslator();
        this.folder = folder;
    }

    /** The loads of one file; a load opens with its first row. */
    public TableLoads ofOneFile() {
        // ask the server now, since the connection may be busy later
        return isLocalInfileAllowed()
                ? new TableLoads(
                        name -> new StreamedLoad(statement(name)), name -> new SpooledLoad(statement(name), folder))
                : new TableLoads(this::batch, this::batch);
    }

    private boolean isLocalInfileAllowed() {
        boolean allowed = Boolean.TRUE.equals(jdbc.queryForObject("SELECT @@local_infile", Boolean.class));
        if (!allowed && !toldThatForbidden) {
            toldThatForbidden = true;
            log.warn(
                    "The database server forbids LOAD DATA LOCAL (local_infile is off): files load by batches, which is"
                            + " slower");
        }
        return allowed;
    }

    private BulkLoad batch(String name) {
        try {
            return new BatchLoad(statement(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the statement " + name, e);
        }
    }

    private LoadStatement statement(String name) {
        return new LoadStatement(
                DataSourceUtils.getConnection(dataSource), statements.computeIfAbsent(name, SqlFile::read), translator);
    }
}
