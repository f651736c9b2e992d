INSERT INTO etl_file (run_id, name, kind, sha256, size_bytes, status, message, header, separated_by, archived_as, loaded_at)
VALUES (:#runId, :#name, :#kind, :#sha256, :#size, :#status, :#message, :#header, :#delimiter, :#archivedAs, UTC_TIMESTAMP(6))
