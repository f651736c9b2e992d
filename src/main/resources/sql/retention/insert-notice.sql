INSERT INTO retention_notice (subject, older_than, announced_at, due_on, items, bytes, oldest)
VALUES (:subject, :olderThan, UTC_TIMESTAMP(6), :dueOn, :items, :bytes, :oldest)
