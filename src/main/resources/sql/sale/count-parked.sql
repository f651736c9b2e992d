SELECT COUNT(*) FROM parked_sale
