UPDATE left_out_row
SET raw = :raw, value = :value
WHERE file_id = :file AND line = :line
