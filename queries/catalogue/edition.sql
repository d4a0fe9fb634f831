-- question: どの版か。
-- english: Which edition is this?
-- grain: number
-- column: number INTEGER [-] 版 / edition
-- column: hash VARCHAR [-] SHA-256
-- column: built_on DATE [日] 発行日 / built on
-- column: demo BOOLEAN [-] 架空のデモデータか / fictional demo data
SELECT number, hash, built_on, demo
FROM edition
ORDER BY number
