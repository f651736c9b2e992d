  AND (:#reason IS NULL OR FIND_IN_SET(:#reason, q.reasons))
  AND (:#file IS NULL OR f.name = :#file)
  AND (:#text IS NULL OR INSTR(q.raw, :#text) > 0)
  AND (:#anyKind OR q.kind = 'sales')
-- include quarantine/of-slice
