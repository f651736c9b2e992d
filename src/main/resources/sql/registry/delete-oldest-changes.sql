-- Keeps the newest 50 changes of a mapping. MySQL reads the table in which it deletes only through one more query around it.
DELETE FROM saved_mapping
WHERE name = :#name
  AND change_id <= (SELECT change_id
                    FROM (SELECT change_id
                          FROM saved_mapping
                          WHERE name = :#name
                          ORDER BY change_id DESC
                          LIMIT 1 OFFSET 50) oldest)
