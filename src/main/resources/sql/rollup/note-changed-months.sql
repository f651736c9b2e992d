INSERT INTO sales_month (month, state)
VALUES (:#month, :#state)
ON DUPLICATE KEY UPDATE state = VALUES(state)
