-- question: 区の概況：指標の値と市全体の値。
-- english: The context of a ward: every indicator beside the whole city.
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
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: numerator DOUBLE [-] 率の分子 / numerator of a rate
-- column: denominator DOUBLE [-] 率の分母 / denominator of a rate
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: basis VARCHAR [-] 実測・推計・合計 / measured, estimated, summed
-- column: as_of DATE [年月日] 時点 / as of
-- column: newest DATE [年月日] 最も新しい値の時点（全地域）/ day of the newest value anywhere
-- column: due DATE [年月日] 次の更新の期限 / day by which the next is due
-- column: freshness VARCHAR [-] 最新・更新時期・更新遅れ・随時・時点なし / up to date, due, overdue, no cycle, no day
-- column: change DOUBLE [指標の差の単位] 前年度からの変化 / change on the year before
-- column: city_value DOUBLE [指標の単位] 市全体の値 / value of the whole city
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           CASE WHEN nullif($ward::VARCHAR, 'all') IS NULL THEN 'city' ELSE 'ward' END AS area_kind,
           coalesce($ward::VARCHAR, 'all') AS area
)

SELECT indicators.indicator, label_ja, label_en, unit_ja, unit_en, decimals, direction,
       now.value, now.numerator, now.denominator, coalesce(now.status, 'データなし') AS status, now.basis, now.as_of,
       newest, due, coalesce(freshness, '時点なし') AS freshness,
       CASE WHEN now.parts IS NOT DISTINCT FROM before.parts
              OR now.parts = now.parts_of AND before.parts = before.parts_of  -- both whole: parts merged or were founded
            THEN now.value - before.value END AS change,
       city.value AS city_value, asked.fiscal_year
FROM indicators
CROSS JOIN asked
LEFT JOIN indicator_values AS now
  ON now.area_kind = asked.area_kind AND now.area = asked.area
 AND now.indicator = indicators.indicator AND now.fiscal_year = asked.fiscal_year
LEFT JOIN indicator_values AS before
  ON before.area_kind = asked.area_kind AND before.area = asked.area
 AND before.indicator = indicators.indicator AND before.fiscal_year = asked.fiscal_year - 1
LEFT JOIN indicators_today ON indicators_today.indicator = indicators.indicator
LEFT JOIN indicator_values AS city
  ON city.area_kind = 'city' AND city.indicator = indicators.indicator AND city.fiscal_year = asked.fiscal_year
WHERE indicators.indicator IN (SELECT indicator FROM indicator_values WHERE area_kind IN ('ward', 'city'))
ORDER BY indicators.sort_no, indicators.indicator
