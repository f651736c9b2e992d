DROP TEMPORARY TABLE IF EXISTS described_city, described_customer, described_product
