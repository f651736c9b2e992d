DELETE FROM exchange_rate
