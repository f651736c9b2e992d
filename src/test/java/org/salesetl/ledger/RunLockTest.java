package org.salesetl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.salesetl.Instance;
import org.salesetl.bulk.LoadConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a renewal of the lease makes of a lease that is taken or given back at the same moment. */
class RunLockTest {

    private static final String HOLDER = "a";

    private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
    private final LoadConnection load = mock(LoadConnection.class);
    private RunLock lock;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void makeALeaseThatMayBeTaken() throws SQLException {
        Instance instance = mock(Instance.class);
        when(instance.id()).thenReturn(HOLDER);
        ResultSet row = mock(ResultSet.class);
        when(row.getBoolean("ended")).thenReturn(true);
        when(jdbc.query(any(String.class), any(RowMapper.class), eq(HOLDER)))
                .thenAnswer(
                        call -> List.of(call.<RowMapper<Object>>getArgument(1).mapRow(row, 0)));
        when(jdbc.update(contains("WHERE lease_id = 1\n  AND"), eq(HOLDER), eq(HOLDER), any()))
                .thenReturn(1);
        lock = new RunLock(jdbc, instance, load, mock(Presence.class), mock(NewerVersion.class));
    }

    @Test
    void noticesALeaseThatAnotherInstanceHasTaken() throws SQLException {
        lock.acquire();
        renewing(call -> 0);

        lock.renew(Duration.ZERO);

        verify(load).cut();
        assertThat(lock.takeAgainIfLost()).isTrue();
    }

    @Test
    void leavesALeaseAloneThatIsTakenMeanwhile() throws SQLException {
        renewing(call -> {
            lock.acquire();
            return 0;
        });

        lock.renew(Duration.ZERO);

        verify(load, never()).cut();
        assertThat(lock.takeAgainIfLost()).isFalse();
    }

    @Test
    void leavesALeaseAloneThatIsGivenBackAndTakenAgainMeanwhile() throws SQLException {
        lock.acquire();
        renewing(call -> {
            lock.release();
            lock.acquire();
            return 0;
        });

        lock.renew(Duration.ZERO);

        verify(load, never()).cut();
        assertThat(lock.takeAgainIfLost()).isFalse();
    }

    private void renewing(Answer<Integer> answer) {
        when(jdbc.update(contains("moved_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND"), any(), any(), eq(HOLDER)))
                .thenAnswer(answer);
    }
}
