-- The version is a hash of the document: if the row is there already, it is this one.
INSERT IGNORE INTO mapping_version (name, version, yaml)
VALUES (:#mappingName, :#mappingVersion, :#mappingYaml)
