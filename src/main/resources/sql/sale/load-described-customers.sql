LOAD DATA LOCAL INFILE 'rows' INTO TABLE described_customer CHARACTER SET utf8mb4
(line, customer_id, name, email, city)
