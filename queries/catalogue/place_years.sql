-- question: 指標の値はどの年度にあるか。
-- english: Which fiscal years have values of indicators?
-- grain: fiscal_year
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: period VARCHAR [年度] 年度の文字 / the same as text
SELECT fiscal_year, fiscal_year::VARCHAR AS period
FROM indicator_values
GROUP BY fiscal_year
ORDER BY fiscal_year DESC
