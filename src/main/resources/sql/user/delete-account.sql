DELETE FROM user_account
WHERE name = :name
