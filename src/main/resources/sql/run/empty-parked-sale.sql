DELETE FROM parked_sale
