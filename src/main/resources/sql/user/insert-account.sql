INSERT INTO user_account (name, password, role, enabled, one_time, created_at)
VALUES (:name, :password, :role, TRUE, :oneTime, UTC_TIMESTAMP(6))
