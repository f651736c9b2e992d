-- The same for a clean reload, which asks the ledger.
UPDATE etl_file
SET warehouse_currency = :#currency
WHERE kind = 'rates' AND status = 'loaded' AND warehouse_currency IS NULL
