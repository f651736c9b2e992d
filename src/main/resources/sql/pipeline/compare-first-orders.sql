-- How many of the first orders in a file are known, loaded or parked; how many of these have no sale on the day that the file says; how
-- many of those have a sale of the same product; and the first one. More products of the same customer on another day are the rest of an
-- order. Ids that are made up begin with the number of the order and U+001F. A server without statistics must not read all sales for each.
SELECT COUNT(*) AS known,
       COALESCE(SUM(k.other), 0) AS of_other_days,
       COALESCE(SUM(k.other AND k.same_product), 0) AS of_same_product,
       MIN(CASE WHEN k.other THEN k.line END) AS first_line,
       SUBSTRING(MIN(CASE WHEN k.other THEN CONCAT(LPAD(k.line, 10, '0'), k.number) END), 11) AS first_number
FROM (SELECT s.number, s.line, MAX(s.same_product) AS same_product,
             MAX(s.same_day) = 0 AND (MAX(s.same_product) = 1 OR MAX(s.same_customer) = 0) AS other
      FROM (SELECT o.number, o.line, f.date_key = o.day AS same_day,
                   COALESCE(p.product_id = o.product COLLATE utf8mb4_bin, 0) AS same_product,
                   COALESCE(o.customer <> '' AND c.customer_id = o.customer COLLATE utf8mb4_bin, 0) AS same_customer
            FROM JSON_TABLE(:#firstOrders, '$[*]' COLUMNS (
                   number VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[0]', day INT PATH '$[1]', line INT PATH '$[2]',
                   product VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[3]', customer VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[4]')) o
              STRAIGHT_JOIN fact_sales f FORCE INDEX (fact_sales_id)
                ON f.sale_id >= CONCAT(o.number, CHAR(31 USING utf8mb4)) COLLATE utf8mb4_bin
                AND f.sale_id < CONCAT(o.number, CHAR(32 USING utf8mb4)) COLLATE utf8mb4_bin
              LEFT JOIN dim_product p ON p.product_key = f.product_key
              LEFT JOIN dim_customer c ON c.customer_key = f.customer_key
            UNION ALL
            SELECT o.number, o.line, CAST(DATE_FORMAT(w.sale_date, '%Y%m%d') AS UNSIGNED) = o.day,
                   COALESCE(w.product_id = o.product COLLATE utf8mb4_bin, 0),
                   COALESCE(o.customer <> '' AND w.customer_id = o.customer COLLATE utf8mb4_bin, 0)
            FROM JSON_TABLE(:#firstOrders, '$[*]' COLUMNS (
                   number VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[0]', day INT PATH '$[1]', line INT PATH '$[2]',
                   product VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[3]', customer VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[4]')) o
              STRAIGHT_JOIN parked_sale w FORCE INDEX (parked_sale_id)
                ON w.sale_id >= CONCAT(o.number, CHAR(31 USING utf8mb4)) COLLATE utf8mb4_bin
                AND w.sale_id < CONCAT(o.number, CHAR(32 USING utf8mb4)) COLLATE utf8mb4_bin) s
      GROUP BY s.number, s.line) k
