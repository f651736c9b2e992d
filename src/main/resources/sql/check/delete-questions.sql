DELETE FROM question
WHERE check_name = :#checkName
