-- an hour later than they end, since the clocks of the instances may differ
DELETE FROM user_session
WHERE EXPIRY_TIME < (UNIX_TIMESTAMP() - 3600) * 1000
