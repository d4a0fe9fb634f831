-- question: ある地域の指標は、年度ごとにどう動いたか。
-- english: How did an indicator of one area move, year by year?
-- grain: fiscal_year
-- param: area_kind VARCHAR 地域の種別。省略時は city / default: city
-- param: area VARCHAR 地域のコード。省略時は all / default: all
-- param: indicator VARCHAR 指標。省略時は最初の率 / default: the first rate
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: area_kind VARCHAR [-] 地域の種別 / kind of area
-- column: area VARCHAR [-] 地域のコード / code
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: numerator DOUBLE [-] 率の分子 / numerator of a rate
-- column: denominator DOUBLE [-] 率の分母 / denominator of a rate
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: basis VARCHAR [-] 実測・推計・合計 / measured, estimated, summed
-- column: parts INTEGER [-] 合計した地域の数 / areas summed
-- column: parts_of INTEGER [-] あるはずの地域の数 / areas there were
-- column: as_of DATE [年月日] 時点 / day of the value
WITH asked AS (
    SELECT coalesce($area_kind::VARCHAR, 'city') AS area_kind,
           coalesce($area::VARCHAR, 'all') AS area,
           coalesce($indicator::VARCHAR, (SELECT min_by(indicator, sort_no) FROM indicators WHERE denominator IS NOT NULL)) AS indicator
),

years AS (
    SELECT unnest(range(min(fiscal_year), max(fiscal_year) + 1))::INTEGER AS fiscal_year
    FROM indicator_values
)

SELECT years.fiscal_year, asked.area_kind, asked.area, asked.indicator, value, numerator, denominator,
       coalesce(status, 'データなし') AS status, basis, parts, parts_of, as_of
FROM years
CROSS JOIN asked
LEFT JOIN indicator_values AS own
  ON own.area_kind = asked.area_kind AND own.area = asked.area
 AND own.indicator = asked.indicator AND own.fiscal_year = years.fiscal_year
ORDER BY years.fiscal_year
