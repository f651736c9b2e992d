DELETE FROM rollup_day
