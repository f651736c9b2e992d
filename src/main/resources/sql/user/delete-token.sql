DELETE FROM api_token
WHERE token_id = :id AND (:user IS NULL OR user_id = (SELECT user_id FROM user_account WHERE name = :user))
