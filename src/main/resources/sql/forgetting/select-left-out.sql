SELECT l.file_id, l.line, l.value, l.raw, f.header, f.other_cells, f.customer_cells, f.separated_by AS delimiter
FROM left_out_row l
  JOIN etl_file f ON f.file_id = l.file_id
WHERE (l.file_id > :file OR (l.file_id = :file AND l.line > :line))
  AND (INSTR(l.raw, :id) > 0 OR INSTR(LOWER(l.raw), LOWER(:email)) > 0)
ORDER BY l.file_id, l.line
LIMIT 500
