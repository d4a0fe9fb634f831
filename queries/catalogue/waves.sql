-- question: 調査はいつ実施したか。
-- english: When were surveys held?
-- grain: wave
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: fiscal_year INTEGER [年度] 年度（4月～翌3月）/ fiscal year
-- column: label_ja VARCHAR [-] 日本語の名 / label in Japanese
-- column: label_en VARCHAR [-] 英語の名 / label in English
-- column: held BOOLEAN [-] 実施したか / held
-- column: opened_on DATE [日] 開始日 / opened
-- column: closed_on DATE [日] 締切日 / closed
-- column: source VARCHAR [-] 出典 / source
-- column: aggregate_only BOOLEAN [-] 集計値のみか / aggregates only
SELECT wave, fiscal_year, label_ja, label_en, held, opened_on, closed_on, source, aggregate_only
FROM waves
ORDER BY wave
