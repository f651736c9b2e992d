SELECT f.archived_as
FROM forgotten_file f
  JOIN forgotten_customer c ON c.forgotten_id = f.forgotten_id
WHERE c.id_hash LIKE :beginning
ORDER BY f.place
