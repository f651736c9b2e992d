UPDATE etl_file
SET rows_read = :#rowsRead, inserted = :#inserted, updated = :#updated, unchanged = :#unchanged, withdrawn = :#withdrawn,
    left_out = :#leftOut, rejected = :#rejected, parked = :#parked, inserted_revenue = :#insertedRevenue,
    updated_revenue = :#updatedRevenue, unchanged_revenue = :#unchangedRevenue, withdrawn_revenue = :#withdrawnRevenue,
    left_out_revenue = :#leftOutRevenue, rejected_revenue = :#rejectedRevenue, parked_revenue = :#parkedRevenue,
    blank = :#blank, repaired = :#repaired, released = :#released, customers_added = :#customersAdded,
    products_added = :#productsAdded, warnings = :#warnings, loaded_at = UTC_TIMESTAMP(6)
WHERE file_id = :#fileId
