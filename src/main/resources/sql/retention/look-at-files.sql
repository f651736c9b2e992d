-- Files that are loaded, and files that bring nothing which is not loaded or kept elsewhere. After a reload several entries name one place.
SELECT COUNT(*) AS items, COALESCE(SUM(size_bytes), 0) AS bytes, MIN(loaded_at) AS oldest
FROM (SELECT MAX(size_bytes) AS size_bytes, MIN(loaded_at) AS loaded_at
-- include retention/of-old-files
      GROUP BY archived_as) found
