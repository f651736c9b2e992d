SELECT name, version, yaml
FROM mapping_version
