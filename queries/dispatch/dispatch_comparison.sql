-- question: まちづくり派遣のある自治会とない自治会では、指標はどう違うか。（無作為に割り当てたものではない）
-- english: How do associations with and without community dispatch differ? (they were not assigned at random)
-- grain: indicator
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: label_ja VARCHAR [-] 名称 / label
-- column: label_en VARCHAR [-] 英語名 / in English
-- column: unit_ja VARCHAR [-] 単位 / unit
-- column: unit_en VARCHAR [-] 単位の英語 / in English
-- column: decimals INTEGER [桁] 小数の桁数 / decimals
-- column: direction VARCHAR [-] 良い向き / which way is good
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: with_value DOUBLE [指標の単位] 派遣のある自治会の中央値 / median of associations with dispatch
-- column: with_n INTEGER [団体] その自治会の数 / how many they are
-- column: without_value DOUBLE [指標の単位] 派遣のない自治会の中央値 / median of those without
-- column: without_n INTEGER [団体] その自治会の数 / how many they are
-- column: difference DOUBLE [指標の差の単位] ある所とない所の差 / difference
-- column: change_difference DOUBLE [指標の差の単位] 前年度からの変化（中央値）の差 / difference of the median changes on the year before
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year
),

own AS (
    SELECT now.indicator, now.fiscal_year, is_covered, now.value, now.value - before.value AS change
    FROM associations_now
    CROSS JOIN asked
    JOIN indicator_values AS now
      ON now.area_kind = 'association' AND now.area = associations_now.association
     AND now.fiscal_year = asked.fiscal_year AND now.status = '表示'
    LEFT JOIN indicator_values AS before
      ON before.area_kind = 'association' AND before.area = now.area AND before.indicator = now.indicator
     AND before.fiscal_year = asked.fiscal_year - 1 AND before.status = '表示'
    WHERE nullif($ward::VARCHAR, 'all') IS NULL OR associations_now.ward = $ward::VARCHAR
),

counted AS (
    SELECT indicator, fiscal_year, median(value) FILTER (WHERE is_covered) AS with_value,
           count(*) FILTER (WHERE is_covered) AS with_n, median(value) FILTER (WHERE NOT is_covered) AS without_value,
           count(*) FILTER (WHERE NOT is_covered) AS without_n,
           median(change) FILTER (WHERE is_covered) - median(change) FILTER (WHERE NOT is_covered) AS change_difference
    FROM own
    GROUP BY indicator, fiscal_year
)

SELECT counted.indicator, label_ja, label_en, unit_ja, unit_en, decimals, direction, fiscal_year,
       with_value::DOUBLE AS with_value, with_n::INTEGER AS with_n, without_value::DOUBLE AS without_value,
       without_n::INTEGER AS without_n, (with_value - without_value)::DOUBLE AS difference,
       change_difference::DOUBLE AS change_difference
FROM counted
JOIN indicators ON indicators.indicator = counted.indicator
ORDER BY indicators.sort_no, counted.indicator
