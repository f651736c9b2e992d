-- For the newest loaded file, which every page asks for, and for a later file of the same name.
ALTER TABLE etl_file
  ADD KEY etl_file_status (status, file_id),
  ADD KEY etl_file_name (name, file_id);
