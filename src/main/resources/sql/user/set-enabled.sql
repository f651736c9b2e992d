UPDATE user_account
SET enabled = :enabled
WHERE name = :name
