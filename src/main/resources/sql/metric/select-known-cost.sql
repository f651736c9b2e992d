SELECT COALESCE(SUM(revenue), 0) AS revenue, COALESCE(SUM(costed_revenue), 0) AS costed_revenue
FROM (SELECT revenue, costed_revenue FROM rollup_month WHERE :#isWhole
      UNION ALL
      SELECT revenue, costed_revenue
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             revenue DECIMAL(38, 4) PATH '$[3]',
             costed_revenue DECIMAL(38, 4) PATH '$[5]')) slice) s
