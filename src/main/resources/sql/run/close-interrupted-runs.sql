-- This instance has the lease, so no other run goes on: a run that is still entered as running died with its process.
UPDATE etl_run
SET status = 'failed', finished_at = UTC_TIMESTAMP(6),
    message = CONCAT('Interrupted: the service stopped before the run had finished',
                     IF(mode = 'reload', '. The warehouse is as it was before the reload; reload again', ''))
WHERE status = 'running'
