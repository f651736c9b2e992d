SELECT salt, id_hash
FROM forgotten_customer
ORDER BY forgotten_id
