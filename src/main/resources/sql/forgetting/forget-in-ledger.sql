UPDATE etl_file
SET message  = LEFT(REPLACE(message, :text, :pseudonym), 2000),
    evidence = LEFT(REPLACE(evidence, :text, :pseudonym), 1000)
WHERE INSTR(message, :text) > 0 OR INSTR(evidence, :text) > 0
