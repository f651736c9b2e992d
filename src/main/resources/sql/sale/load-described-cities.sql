LOAD DATA LOCAL INFILE 'rows' INTO TABLE described_city CHARACTER SET utf8mb4
(city)
