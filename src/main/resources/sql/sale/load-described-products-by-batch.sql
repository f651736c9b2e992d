INSERT INTO described_product (line, product_id, name, category)
VALUES (?, ?, ?, ?)
