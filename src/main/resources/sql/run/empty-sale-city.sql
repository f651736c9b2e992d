DELETE FROM sale_city
