INSERT INTO exchange_rate (currency, date, rate, source_file_id, source_line)
SELECT currency, date, rate, :#fileId, line
FROM stage_rate
WHERE outcome = 'inserted'
