SELECT line, why, column_name, value, amount, withdrawn_amount, original_currency, original_amount, LEFT(raw, 4000) AS raw
FROM left_out_row
WHERE file_id = :#fileId
  AND (:#why IS NULL OR why = :#why)
  AND (:#withdrawn IS NULL OR (withdrawn_key IS NOT NULL) = :#withdrawn)
ORDER BY line
LIMIT :#limit OFFSET :#offset
