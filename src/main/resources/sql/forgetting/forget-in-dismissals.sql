UPDATE dismissal
SET note = LEFT(REPLACE(note, :text, :pseudonym), 500)
WHERE INSTR(note, :text) > 0
