-- Who has the lease, whether that process has gone, and whether the lease may be taken. A holder renews the lease every two seconds, for
-- a minute; one that has not done so for four seconds, and whose sign of life has gone with its connection, has died. Versions before 45 of
-- the tables knew no load_connection and gave no sign.
SELECT holder,
  load_connection,
  holder IS NOT NULL AND load_connection IS NOT NULL AND IS_FREE_LOCK(CONCAT('sales_etl.', COALESCE(holder, ''))) = 1 AS gone,
  expires_at < UTC_TIMESTAMP(6) OR holder = ? AS ended,
  expires_at < UTC_TIMESTAMP(6) + INTERVAL 56 SECOND AS silent
FROM run_lease
WHERE lease_id = 1
