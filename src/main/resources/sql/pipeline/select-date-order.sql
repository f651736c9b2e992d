SELECT date_order
FROM date_order_answer
WHERE header_hash = :#headerHash
