DELETE FROM rollup_month
