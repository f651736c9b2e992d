-- The newest change of each name. The document of a deleted mapping is null.
SELECT s.change_id, s.name, s.yaml
FROM saved_mapping s
  JOIN (SELECT MAX(change_id) AS change_id FROM saved_mapping GROUP BY name) newest ON newest.change_id = s.change_id
ORDER BY s.name
