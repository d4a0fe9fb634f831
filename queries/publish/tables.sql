-- Names of the tables that an edition's hash covers: all but its own label.
SELECT table_name
FROM information_schema.tables
WHERE table_schema = 'main' AND table_type = 'BASE TABLE' AND table_name <> 'edition'
ORDER BY table_name
