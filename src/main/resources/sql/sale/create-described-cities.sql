-- The cities that the sales of a wide file name. Exists only for the load of one file, on its connection.
CREATE TEMPORARY TABLE described_city (
  city VARCHAR(255) NOT NULL,
  PRIMARY KEY (city)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
