DROP TEMPORARY TABLE IF EXISTS described_customer, described_product
