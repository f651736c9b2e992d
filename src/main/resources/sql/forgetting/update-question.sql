UPDATE question
SET question = :question, evidence = :evidence, choices = :choices
WHERE question_id = :id
