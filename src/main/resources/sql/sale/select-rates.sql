SELECT currency, date, rate
FROM exchange_rate
WHERE currency IN (:#in:otherCurrencies)
  AND warehouse_currency = :#currency
