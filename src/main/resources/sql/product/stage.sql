INSERT INTO stage_product (line, product_id, name, category, cost_price, price)
VALUES (:#line, :#productId, :#name, :#category, :#costPrice, :#price)
