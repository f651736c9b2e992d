INSERT INTO sales_pack (pack_key, sales, packed)
VALUES (:#packKey, :#sales, :#packed)
ON DUPLICATE KEY UPDATE sales = VALUES(sales), packed = VALUES(packed)
