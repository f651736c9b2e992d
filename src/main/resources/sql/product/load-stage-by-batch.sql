INSERT INTO stage_product (line, product_id, name, category, cost_price, price)
VALUES (?, ?, ?, ?, ?, ?)
