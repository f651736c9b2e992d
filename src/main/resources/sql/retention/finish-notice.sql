UPDATE retention_notice
SET withdrawn = :withdrawn, finished_at = UTC_TIMESTAMP(6), standing = NULL
WHERE notice_id = :noticeId AND finished_at IS NULL
