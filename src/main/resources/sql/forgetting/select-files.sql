SELECT DISTINCT f.archived_as
FROM etl_file f
WHERE f.archived_as IS NOT NULL
  AND f.file_id IN (
    SELECT s.source_file_id FROM fact_sales s WHERE s.customer_key = :key
    UNION SELECT c.source_file_id FROM dim_customer c WHERE c.customer_key = :key
    UNION SELECT q.file_id FROM quarantine q WHERE q.customer_id = :id)
ORDER BY f.archived_as
LIMIT 1000
