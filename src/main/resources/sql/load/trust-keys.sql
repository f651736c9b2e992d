-- Measured with a million sales: looking up every customer, product and date once more costs a quarter of the load, and they
-- have just been found in the dimensions. Into an empty table MariaDB then builds all indexes in bulk, in half the time; not
-- if this statement asks for itself whether the table is empty, which locks it.
SET foreign_key_checks = 0, unique_checks = :#anySaleKnown
