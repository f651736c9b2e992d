-- How many of the first orders in a file are known, how many of these have no sale on the day that the file says, and the first one that
-- has none. Ids that are made up begin with the number of the order and U+001F. A server without statistics must not read all sales for
-- each order.
SELECT COUNT(*) AS known, COALESCE(SUM(k.same_day = 0), 0) AS of_other_days,
       MIN(CASE WHEN k.same_day = 0 THEN k.line END) AS first_line,
       SUBSTRING(MIN(CASE WHEN k.same_day = 0 THEN CONCAT(LPAD(k.line, 10, '0'), k.number) END), 11) AS first_number
FROM (SELECT o.number, o.line, MAX(f.date_key = o.day) AS same_day
      FROM JSON_TABLE(:#firstOrders, '$[*]' COLUMNS (
             number VARCHAR(64) CHARACTER SET utf8mb4 PATH '$[0]', day INT PATH '$[1]', line INT PATH '$[2]')) o
        STRAIGHT_JOIN fact_sales f FORCE INDEX (fact_sales_id)
          ON f.sale_id >= CONCAT(o.number, CHAR(31 USING utf8mb4)) COLLATE utf8mb4_bin
          AND f.sale_id < CONCAT(o.number, CHAR(32 USING utf8mb4)) COLLATE utf8mb4_bin
      GROUP BY o.number, o.line) k
