-- Every customer, product and date has just been found in the dimensions. Measured with a million sales, checking them again takes a
-- quarter of the time of the load. If the table is empty, and unique keys are not checked either, MariaDB builds all indexes in bulk, in two
-- thirds of the time. But MariaDB 11.4.5 then stands still for ever if somebody reads the whole empty table while the first row comes (FirstLoadTest
-- does so): the reader holds the lock of the index and waits for its page, and the load the other way round. So only large loads risk that
-- moment. This statement must not ask by itself whether the table is empty: that would lock the table, and MariaDB would not build in bulk.
SET foreign_key_checks = 0, unique_checks = NOT :#buildsKeysInBulk
