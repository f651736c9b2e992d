INSERT INTO warehouse_currency (warehouse_currency_id, currency)
VALUES (1, :#currency)
ON DUPLICATE KEY UPDATE currency = :#currency
