DELETE FROM sales_pack
