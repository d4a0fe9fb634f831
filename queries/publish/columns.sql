-- Every table or view with its columns: what an edition may hold is what data/schema.sql lists.
SELECT table_name, column_name, data_type
FROM information_schema.columns
WHERE table_schema = 'main'
ORDER BY table_name, column_name
