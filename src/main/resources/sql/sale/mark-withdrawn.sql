-- Which rows name a sale that is loaded. A file may bring the sale itself: then the later line counts. If several rows name the sale, the
-- first of them withdraws it.
UPDATE left_out_row l
  JOIN (SELECT f.sale_key, f.revenue, MIN(c.line) AS line
        FROM left_out_row c
          STRAIGHT_JOIN fact_sales f FORCE INDEX (fact_sales_id) ON f.sale_id = c.sale_id
        WHERE c.file_id = :#fileId
          AND (f.source_file_id <> :#fileId OR f.source_line < c.line)
        GROUP BY f.sale_key, f.revenue) w ON w.line = l.line
SET l.withdrawn_key    = w.sale_key,
    l.withdrawn_amount = COALESCE(l.withdrawn_amount, 0) + w.revenue
WHERE l.file_id = :#fileId
