-- Every content that was ever loaded, each once, in the order in which they first came in; but rates before all others, so that every
-- sale is converted by the newest rates.
SELECT MAX(later.archived_as) AS archived_as, first.sha256, first.name
FROM (SELECT sha256, MIN(file_id) AS file_id FROM etl_file WHERE status = 'loaded' GROUP BY sha256) one
  JOIN etl_file first ON first.file_id = one.file_id
  JOIN etl_file later ON later.sha256 = one.sha256 AND later.status = 'loaded'
GROUP BY first.file_id, first.sha256, first.name, first.kind
ORDER BY first.kind <> 'rates', first.file_id
