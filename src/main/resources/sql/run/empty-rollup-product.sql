DELETE FROM rollup_product
