-- The facts once more, packed row by row, for questions about a slice: all sales of a month whose order falls into one
-- of 16 slices. Pack_key reads as month and slice: 20250107.
CREATE TABLE IF NOT EXISTS sales_pack (
  pack_key INT      NOT NULL,
  sales    INT      NOT NULL,
  packed   LONGBLOB NOT NULL,
  PRIMARY KEY (pack_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
