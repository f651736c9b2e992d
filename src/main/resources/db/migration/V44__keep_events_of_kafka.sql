-- Which events of a Kafka topic are in which file. The events of a partition are a chain: each file begins at the offset at which the one
-- before it ends, so the last one says where reading goes on. A file is entered in the transaction that also loads its rows.
CREATE TABLE IF NOT EXISTS event_batch (
  topic        VARCHAR(249) NOT NULL,
  partition_id INT          NOT NULL,
  from_offset  BIGINT       NOT NULL,
  to_offset    BIGINT       NOT NULL,
  file_id      INT          NOT NULL,
  event_count  INT          NOT NULL,
  newest_at    BIGINT       NOT NULL,
  PRIMARY KEY (topic, partition_id, from_offset),
  KEY event_batch_file (file_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
