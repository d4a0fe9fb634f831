-- question: どのファイルから作ったか。
-- english: Which files is this edition made of?
-- grain: table_name, wave
-- column: table_name VARCHAR [-] 表 / table
-- column: wave VARCHAR [年度] 調査回 / wave
-- column: file_name VARCHAR [-] ファイル名 / file
-- column: sha256 VARCHAR [-] SHA-256
-- column: row_count INTEGER [行] 行数 / rows
SELECT table_name, wave, file_name, sha256, row_count
FROM sources
ORDER BY table_name, wave
