UPDATE user_account
SET password = :password, one_time = :oneTime
WHERE name = :name
