-- Does nothing where it has been done, so that a start which was cut off can be repeated. In ALTER TABLE, MySQL has no IF NOT EXISTS.
-- The first byte of a pack is the version of its layout: every start looks for packs of another one, and must not read them all.
SET @step = IF(
  EXISTS (SELECT 1 FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND table_name = 'sales_pack' AND index_name = 'sales_pack_layout'),
  'DO 0',
  'ALTER TABLE sales_pack
     ADD KEY sales_pack_layout (packed(1))');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
