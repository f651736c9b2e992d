DELETE FROM dim_customer
