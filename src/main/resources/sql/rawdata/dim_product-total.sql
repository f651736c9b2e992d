SELECT COUNT(*)
FROM dim_product
