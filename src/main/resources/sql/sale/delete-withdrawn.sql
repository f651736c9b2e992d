DELETE f
FROM left_out_row l
  STRAIGHT_JOIN fact_sales f FORCE INDEX (PRIMARY) ON f.sale_key = l.withdrawn_key
WHERE l.file_id = :#fileId
