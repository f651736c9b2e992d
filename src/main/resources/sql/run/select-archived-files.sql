-- Every content that was ever loaded, each once, in the order in which they first came in, with the mapping that read it last. If a run
-- is undone, with the mapping that read it last before that run. Rates come before all others, so that the newest rates convert every sale.
SELECT MAX(later.archived_as) AS archived_as, MAX(later.archive_deleted_at) AS archive_deleted_at, first.sha256, first.name, reading.mapping_name, reading.mapping_version
FROM (SELECT sha256, MIN(file_id) AS file_id, MAX(file_id) AS newest_id,
             MAX(IF(run_id < :#undoneRun, file_id, NULL)) AS earlier_id
      FROM etl_file
      WHERE status = 'loaded'
      GROUP BY sha256) one
  JOIN etl_file first ON first.file_id = one.file_id
  JOIN etl_file newest ON newest.file_id = one.newest_id
  JOIN etl_file reading ON reading.file_id = IF(newest.mapping_name = :#rereadMapping, COALESCE(one.earlier_id, one.newest_id), one.newest_id)
  JOIN etl_file later ON later.sha256 = one.sha256 AND later.status = 'loaded'
GROUP BY first.file_id, first.sha256, first.name, first.kind, reading.mapping_name, reading.mapping_version
ORDER BY first.kind <> 'rates', first.file_id
