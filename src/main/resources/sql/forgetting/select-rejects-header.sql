SELECT f.archived_as, f.header, f.separated_by AS delimiter, MAX(q.occurrence) IS NOT NULL AS numbered
FROM etl_file f
  JOIN quarantine q ON q.file_id = f.file_id
WHERE f.file_id = :fileId AND f.archived_as IS NOT NULL AND f.header IS NOT NULL AND q.status = 'rejected'
GROUP BY f.file_id, f.archived_as, f.header, f.separated_by
