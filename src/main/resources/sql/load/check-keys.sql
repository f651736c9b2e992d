SET foreign_key_checks = 1, unique_checks = 1
