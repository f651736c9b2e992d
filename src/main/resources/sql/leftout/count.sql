SELECT COUNT(*)
FROM left_out_row
WHERE file_id = :#fileId
  AND (:#why IS NULL OR why = :#why)
  AND (:#withdrawn IS NULL OR (withdrawn_key IS NOT NULL) = :#withdrawn)
