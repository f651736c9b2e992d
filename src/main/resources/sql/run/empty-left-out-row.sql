DELETE FROM left_out_row
