DROP TEMPORARY TABLE IF EXISTS stage_sale, changed_sale
