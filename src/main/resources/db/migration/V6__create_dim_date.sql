-- The days on which something was sold. The key reads as the date: 20250131. Weekday 1 is Monday.
CREATE TABLE IF NOT EXISTS dim_date (
  date_key INT      NOT NULL,
  date     DATE     NOT NULL,
  year     SMALLINT NOT NULL,
  quarter  TINYINT  NOT NULL,
  month    TINYINT  NOT NULL,
  day      TINYINT  NOT NULL,
  weekday  TINYINT  NOT NULL,
  PRIMARY KEY (date_key),
  UNIQUE KEY dim_date_date (date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
