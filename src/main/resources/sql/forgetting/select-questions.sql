SELECT question_id, question, evidence, choices
FROM question
