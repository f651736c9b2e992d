INSERT INTO forgotten_file (forgotten_id, place, archived_as)
SELECT forgotten_id, :place, :archivedAs
FROM forgotten_customer
WHERE id_hash = :hash
