-- another instance may be faster
INSERT IGNORE INTO shared_secret (name, secret)
VALUES (:name, :secret)
