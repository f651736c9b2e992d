DELETE FROM fact_sales
