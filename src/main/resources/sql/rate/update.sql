UPDATE exchange_rate r
  JOIN stage_rate s ON s.currency = r.currency AND s.warehouse_currency = r.warehouse_currency AND s.date = r.date
                   AND s.outcome = 'updated'
SET r.rate           = s.rate,
    r.source_file_id = :#fileId,
    r.source_line    = s.line
