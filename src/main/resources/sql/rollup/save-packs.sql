-- As text: the driver takes ten times as long to write the bytes themselves into a statement.
INSERT INTO sales_pack (pack_key, sales, packed)
VALUES (:#packKey, :#sales, FROM_BASE64(:#packed))
ON DUPLICATE KEY UPDATE sales = VALUES(sales), packed = VALUES(packed)
