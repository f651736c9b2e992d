-- Rates that came before anybody had named the currency of the warehouse are in that currency.
UPDATE exchange_rate
SET warehouse_currency = :#currency
WHERE warehouse_currency = ''
