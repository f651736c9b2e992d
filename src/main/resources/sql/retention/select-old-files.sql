SELECT file_id, archived_as, sha256
-- include retention/of-old-files
ORDER BY file_id
LIMIT :most
