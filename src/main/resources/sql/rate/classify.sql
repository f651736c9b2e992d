UPDATE stage_rate s
  JOIN exchange_rate r ON r.currency = s.currency AND r.warehouse_currency = s.warehouse_currency AND r.date = s.date
SET s.outcome = IF(r.rate = s.rate, 'unchanged', 'updated')
