SELECT user_id, name, password, role, enabled, one_time, created_at
FROM user_account
WHERE name = :name
