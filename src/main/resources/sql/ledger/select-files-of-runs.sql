-- Only some files of each run, because a ZIP file may hold a thousand files.
SELECT f.file_id, f.run_id, f.name, f.kind, f.sha256, f.status, f.rows_read, f.inserted, f.updated, f.unchanged, f.withdrawn,
       f.left_out, f.rejected, f.parked, f.inserted_revenue, f.updated_revenue, f.unchanged_revenue, f.withdrawn_revenue,
       f.left_out_revenue, f.rejected_revenue, f.parked_revenue, f.blank, f.repaired, f.released, f.message,
       f.separated_by, f.encoding, f.date_order, f.decimal_mark, f.evidence, f.customers_added, f.products_added, f.warnings,
       f.mapping_name, f.mapping_version
FROM etl_file f
  JOIN (SELECT file_id, ROW_NUMBER() OVER (PARTITION BY run_id ORDER BY file_id) AS place
        FROM etl_file
        WHERE run_id IN (:#in:runIds)) listed ON listed.file_id = f.file_id
WHERE listed.place > :#filesOffset
  AND listed.place <= :#filesOffset + :#filesLimit
ORDER BY f.file_id
