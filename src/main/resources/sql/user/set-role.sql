UPDATE user_account
SET role = :role
WHERE name = :name
