LOAD DATA LOCAL INFILE 'rows' INTO TABLE quarantine CHARACTER SET utf8mb4
(file_id, line, kind, status, reason, reasons, faults, raw, occurrence, amount, date_key,
 customer_id, product_id, sale_id, original_currency, original_amount)
