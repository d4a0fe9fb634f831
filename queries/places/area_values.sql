-- question: ある年度の指標は、区や校区ごとにどうか。
-- english: What is an indicator in one fiscal year, area by area?
-- grain: area
-- param: area_kind VARCHAR 地域の種別。省略時は ward / default: ward
-- param: indicator VARCHAR 指標。省略時は最初の率 / default: the first rate
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: district VARCHAR 校区のコード。省略時はすべて / district; default: all
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: area_kind VARCHAR [-] 地域の種別 / kind of area
-- column: area VARCHAR [-] 地域のコード / code
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: district VARCHAR [-] 校区のコード / district code
-- column: x DOUBLE [km] 東西の位置 / east
-- column: y DOUBLE [km] 南北の位置 / north
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: numerator DOUBLE [-] 率の分子 / numerator of a rate
-- column: denominator DOUBLE [-] 率の分母 / denominator of a rate
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: basis VARCHAR [-] 実測・推計・合計 / measured, estimated, summed
-- column: parts INTEGER [-] 合計した地域の数 / areas summed
-- column: parts_of INTEGER [-] あるはずの地域の数 / areas there were
-- column: as_of DATE [年月日] 時点 / day of the value
-- column: previous DOUBLE [指標の単位] 前年度の値 / value of the year before
-- column: change DOUBLE [指標の差の単位] 前年度からの変化。合計した数が違えば空 / change on the year before; null if of other parts
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           coalesce($indicator::VARCHAR, (SELECT min_by(indicator, sort_no) FROM indicators WHERE denominator IS NOT NULL)) AS indicator,
           coalesce($area_kind::VARCHAR, 'ward') AS area_kind,
           nullif($ward::VARCHAR, 'all') AS ward,
           nullif($district::VARCHAR, 'all') AS district
),

there AS (
    SELECT areas.area_kind, area, label_ja, label_en, areas.ward, areas.district, x, y, sort_no,
           asked.fiscal_year, asked.indicator
    FROM areas
    JOIN asked ON areas.area_kind = asked.area_kind
    WHERE (asked.ward IS NULL OR areas.ward = asked.ward)
      AND (asked.district IS NULL OR areas.district = asked.district)
      AND coalesce(valid_from, '0001-01-01') <= make_date(asked.fiscal_year + 1, 3, 31)
      AND coalesce(valid_to, '9999-12-31') >= make_date(asked.fiscal_year, 4, 1)
)

SELECT there.fiscal_year, there.area_kind, there.area, label_ja, label_en, ward, district, x, y, there.indicator,
       own.value, own.numerator, own.denominator, coalesce(own.status, 'データなし') AS status, own.basis,
       own.parts, own.parts_of, own.as_of, before.value AS previous,
       CASE WHEN own.parts IS NOT DISTINCT FROM before.parts
              OR own.parts = own.parts_of AND before.parts = before.parts_of  -- both whole: parts merged or were founded
            THEN own.value - before.value END AS change
FROM there
LEFT JOIN indicator_values AS own
  ON own.area_kind = there.area_kind AND own.area = there.area
 AND own.indicator = there.indicator AND own.fiscal_year = there.fiscal_year
LEFT JOIN indicator_values AS before
  ON before.area_kind = there.area_kind AND before.area = there.area
 AND before.indicator = there.indicator AND before.fiscal_year = there.fiscal_year - 1
ORDER BY sort_no, there.area
