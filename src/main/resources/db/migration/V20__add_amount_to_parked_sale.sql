-- What all units together cost, where a file says that instead of the price of one: then the revenue is that amount.
ALTER TABLE parked_sale
  ADD COLUMN amount DECIMAL(19, 4) AFTER unit_price;
