SELECT secret
FROM shared_secret
WHERE name = :name
