-- Parked sales without a rate, by their currency.
SELECT p.currency, COUNT(*) AS sales, MIN(p.sale_date) AS first_date, MAX(p.sale_date) AS last_date
FROM parked_sale p
  JOIN quarantine q ON q.file_id = p.file_id AND q.line = p.line
WHERE p.currency IS NOT NULL AND FIND_IN_SET('missing_rate', q.reasons) > 0
GROUP BY p.currency
ORDER BY sales DESC, p.currency
LIMIT 20
