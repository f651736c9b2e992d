-- Every customer, product and date has just been found in the dimensions. Measured with a million sales, checking them again takes a
-- quarter of the time of the load. If the table is empty, MariaDB then builds all indexes in bulk, in half the time. This statement must
-- not ask by itself whether the table is empty: that would lock the table, and MariaDB would not build in bulk.
SET foreign_key_checks = 0, unique_checks = :#anySaleKnown
