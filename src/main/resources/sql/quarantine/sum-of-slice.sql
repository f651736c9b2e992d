-- The sales in the quarantine that are known to belong to the slice, and those that may belong to the slice because their rows do not tell.
SELECT COALESCE(SUM(w.known), 0) AS row_count,
       COALESCE(SUM(IF(w.known, w.amount, 0)), 0) AS amount,
       COALESCE(SUM(NOT w.known), 0) AS possible_count,
       COALESCE(SUM(IF(w.known, 0, w.amount)), 0) AS possible_amount
FROM (SELECT q.amount,
             (:#anyDay OR q.date_key IS NOT NULL)
               AND (:#anyCustomer OR q.customer_id IS NOT NULL)
               AND (:#anyProduct OR q.product_id IS NOT NULL)
               AND (:#anyCity OR EXISTS (SELECT 1 FROM dim_customer c WHERE c.customer_id = q.customer_id))
               AND (:#anyCategory OR EXISTS (SELECT 1 FROM dim_product p WHERE p.product_id = q.product_id)) AS known
      FROM quarantine q
      WHERE q.status IN ('rejected', 'parked')
        AND q.kind = 'sales'
-- include quarantine/of-slice
     ) w
