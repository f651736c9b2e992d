UPDATE retention_notice
SET deleted_items = deleted_items + :items
WHERE notice_id = :noticeId
