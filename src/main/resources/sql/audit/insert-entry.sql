INSERT INTO audit_entry (at, user_name, address, what, thing, value_before, value_after)
VALUES (UTC_TIMESTAMP(6), :user, :address, :what, :thing, :before, :after)
