UPDATE etl_file
SET rows_read = :#rowsRead, inserted = :#inserted, updated = :#updated, unchanged = :#unchanged, rejected = :#rejected,
    parked = :#parked, blank = :#blank, repaired = :#repaired, released = :#released, customers_added = :#customersAdded,
    products_added = :#productsAdded, warnings = :#warnings, loaded_at = UTC_TIMESTAMP(6)
WHERE file_id = :#fileId
