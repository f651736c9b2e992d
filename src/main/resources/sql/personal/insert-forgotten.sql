INSERT INTO forgotten_customer (salt, id_hash, forgotten_at)
VALUES (:salt, :hash, UTC_TIMESTAMP(6))
