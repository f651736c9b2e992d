INSERT INTO exchange_rate (currency, warehouse_currency, date, rate, source_file_id, source_line)
SELECT currency, warehouse_currency, date, rate, :#fileId, line
FROM stage_rate
WHERE outcome = 'inserted'
