package org.salesetl.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the clock start a job once, although it strikes on every instance. What the schedule says is the same on all of them, to the
 * second, even if their clocks differ; so the first that enters that moment has the job.
 */
@Component
public class ScheduledJobs {

    private static final String KNOW = SqlFile.read("ledger/know-job");
    private static final String ENTER = SqlFile.read("ledger/enter-job");

    private final JdbcTemplate jdbc;

    ScheduledJobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether this instance has the job.
     *
     * @param job the name of the job, at most 40 characters
     * @param due the moment that the schedule says
     */
    public boolean has(String job, Instant due) {
        jdbc.update(KNOW, job);
        return jdbc.update(ENTER, utc(due), job, utc(due), utc(due)) == 1;
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
