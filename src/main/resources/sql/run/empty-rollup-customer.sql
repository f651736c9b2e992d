DELETE FROM rollup_customer
