DELETE FROM rollup_place
