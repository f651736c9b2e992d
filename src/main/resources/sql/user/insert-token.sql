INSERT INTO api_token (user_id, name, role, token_hash, created_at, last_day)
SELECT user_id, :name, :role, :hash, UTC_TIMESTAMP(6), :lastDay
FROM user_account
WHERE name = :user
