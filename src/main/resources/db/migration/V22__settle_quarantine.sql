-- How a row left the quarantine: resolved by a line of a file that brought it corrected, superseded by one that did not, or
-- dismissed. Amount is the revenue that waits in a sale, as far as the row tells.
ALTER TABLE quarantine
  ADD COLUMN amount       DECIMAL(19, 4),
  ADD COLUMN settled_line INT,
  ADD COLUMN dismissal_id INT;
