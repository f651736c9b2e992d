SELECT packed
FROM sales_pack
WHERE pack_key BETWEEN ? AND ?
ORDER BY pack_key
