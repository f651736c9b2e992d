DELETE FROM sales_month
