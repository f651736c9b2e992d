SELECT t.token_id, a.name AS user_name, t.name, t.role, t.created_at, t.last_day
FROM api_token t
  JOIN user_account a ON a.user_id = t.user_id
WHERE :user IS NULL OR a.name = :user
ORDER BY a.name, t.token_id
