SELECT a.name AS user_name, a.role AS user_role, t.name, t.role
FROM api_token t
  JOIN user_account a ON a.user_id = t.user_id
WHERE t.token_hash = :hash AND t.last_day >= :today AND a.enabled AND NOT a.one_time
