DELETE FROM dim_product
