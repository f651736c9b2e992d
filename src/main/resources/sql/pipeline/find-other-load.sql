-- Whether this content has been loaded since the load began: a commit may have arrived although the service has not heard so. The
-- lock makes the statement see what others have committed meanwhile.
SELECT file_id
FROM etl_file
WHERE sha256 = :#sha256 AND status = 'loaded' AND file_id <> :#fileId
LIMIT 1
LOCK IN SHARE MODE
