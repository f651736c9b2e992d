-- Each content counts once, for the mapping that read it last.
SELECT f.mapping_name, f.mapping_version, COUNT(*) AS files
FROM etl_file f
  JOIN (SELECT MAX(file_id) AS file_id FROM etl_file WHERE status = 'loaded' GROUP BY sha256) newest ON newest.file_id = f.file_id
WHERE f.mapping_name IS NOT NULL
GROUP BY f.mapping_name, f.mapping_version
