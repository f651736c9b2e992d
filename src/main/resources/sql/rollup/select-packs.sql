SELECT pack_key, packed
FROM sales_pack
WHERE pack_key IN (:#in:packKeys)
