-- The newest files: a list of thousands of names helps nobody.
SELECT f.name
FROM ((SELECT DISTINCT file_id FROM quarantine WHERE status = 'rejected' ORDER BY file_id DESC LIMIT :#most)
      UNION
      (SELECT DISTINCT file_id FROM quarantine WHERE status = 'parked' ORDER BY file_id DESC LIMIT :#most)
      ORDER BY file_id DESC
      LIMIT :#most) w
  JOIN etl_file f ON f.file_id = w.file_id
ORDER BY w.file_id DESC
