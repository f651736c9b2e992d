-- Whoever takes the rights of an admin away holds these rows until then, so that two of them cannot take away the last two.
SELECT name
FROM user_account
WHERE role = 'admin' AND enabled
FOR UPDATE
