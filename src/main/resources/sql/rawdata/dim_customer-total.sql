SELECT COUNT(*)
FROM dim_customer
