-- question: 規模、高齢化、密度、加入率が似ているかを見る値と、三年間の変化は。
-- english: What tells whether places are alike (size, ageing, density, membership), and what changed in three years?
-- grain: area
-- param: area_kind VARCHAR 地域の種別。省略時は district / default: district
-- param: indicator VARCHAR 変化を見る指標。省略時は最初の率 / whose change; default: the first rate
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- param: size VARCHAR 規模の指標。省略時は households / default: households
-- param: ageing VARCHAR 高齢化の指標。省略時は aged_rate / default: aged_rate
-- param: membership VARCHAR 加入の指標。省略時は membership_rate / default: membership_rate
-- column: area VARCHAR [-] 地域のコード / code
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: district VARCHAR [-] 校区のコード / district code
-- column: size DOUBLE [世帯] 世帯数 / households
-- column: size_status VARCHAR [-] 世帯数の表示・秘匿・データなし / shown, withheld, no data
-- column: ageing DOUBLE [%] 高齢化率（自治会は校区の値）/ share of the elderly; of an association its district's
-- column: density DOUBLE [世帯] 周囲1kmの自治会の世帯数 / households of associations within 1 km
-- column: membership DOUBLE [%] 加入率 / membership rate
-- column: membership_status VARCHAR [-] 加入率の表示・秘匿・データなし / shown, withheld, no data
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: indicator VARCHAR [-] 変化を見る指標 / whose change
-- column: value DOUBLE [指標の単位] その値 / its value
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: earlier DOUBLE [指標の単位] 三年前の値 / value three years before
-- column: change DOUBLE [指標の差の単位] 三年前からの変化。合計した数が違えば空 / change in three years; null if of other parts
-- column: change_status VARCHAR [-] 変化の表示・秘匿・データなし / shown, withheld, no data, of the change
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           coalesce($indicator::VARCHAR, (SELECT min_by(indicator, sort_no) FROM indicators WHERE denominator IS NOT NULL)) AS indicator,
           coalesce($size::VARCHAR, 'households') AS size,
           coalesce($ageing::VARCHAR, 'aged_rate') AS ageing,
           coalesce($membership::VARCHAR, 'membership_rate') AS membership
),

there AS (
    SELECT area_kind, area, label_ja, label_en, ward, coalesce(district, area) AS district, x, y, sort_no
    FROM areas
    CROSS JOIN asked
    WHERE area_kind IN ('association', 'district')
      AND coalesce(valid_from, '0001-01-01') <= make_date(fiscal_year + 1, 3, 31)
      AND coalesce(valid_to, '9999-12-31') >= make_date(fiscal_year + 1, 3, 31)
),

now AS (
    SELECT area_kind, area, indicator_values.indicator, indicator_values.fiscal_year, value, status, parts, parts_of
    FROM indicator_values
    JOIN asked USING (fiscal_year)
),

homes AS (
    SELECT there.area, district, x, y, value
    FROM there
    CROSS JOIN asked
    LEFT JOIN now ON now.area_kind = 'association' AND now.area = there.area AND now.indicator = asked.size
    WHERE there.area_kind = 'association' AND x IS NOT NULL AND y IS NOT NULL
),

around AS (
    SELECT one.area, one.district, sum(other.value) AS density
    FROM homes AS one
    JOIN homes AS other ON (one.x - other.x) ** 2 + (one.y - other.y) ** 2 <= 1
    GROUP BY one.area, one.district
),

dense AS (
    SELECT 'association' AS area_kind, area, density
    FROM around
    UNION ALL
    SELECT 'district' AS area_kind, district AS area, median(density) AS density
    FROM around
    GROUP BY district
)

SELECT there.area, there.label_ja, there.label_en, there.ward, there.district,
       sizes.value AS size, coalesce(sizes.status, 'データなし') AS size_status, coalesce(own_age.value, district_age.value) AS ageing, dense.density,
       members.value AS membership, coalesce(members.status, 'データなし') AS membership_status, asked.fiscal_year, asked.indicator, latest.value,
       coalesce(latest.status, 'データなし') AS status, before.value AS earlier,
       CASE WHEN latest.parts IS NOT DISTINCT FROM before.parts
              OR latest.parts = latest.parts_of AND before.parts = before.parts_of  -- both whole
            THEN latest.value - before.value END AS change,
       CASE WHEN '秘匿' IN (latest.status, before.status) THEN '秘匿'
            WHEN latest.value IS NULL OR before.value IS NULL OR latest.parts IS DISTINCT FROM before.parts
             AND NOT coalesce(latest.parts = latest.parts_of AND before.parts = before.parts_of, false) THEN 'データなし'
            ELSE '表示' END AS change_status
FROM there
CROSS JOIN asked
LEFT JOIN now AS sizes
  ON sizes.area_kind = there.area_kind AND sizes.area = there.area AND sizes.indicator = asked.size
LEFT JOIN now AS own_age
  ON own_age.area_kind = there.area_kind AND own_age.area = there.area AND own_age.indicator = asked.ageing
LEFT JOIN now AS district_age
  ON district_age.area_kind = 'district' AND district_age.area = there.district
 AND district_age.indicator = asked.ageing
LEFT JOIN now AS members
  ON members.area_kind = there.area_kind AND members.area = there.area AND members.indicator = asked.membership
LEFT JOIN now AS latest
  ON latest.area_kind = there.area_kind AND latest.area = there.area AND latest.indicator = asked.indicator
LEFT JOIN indicator_values AS before
  ON before.area_kind = there.area_kind AND before.area = there.area AND before.indicator = asked.indicator
 AND before.fiscal_year = asked.fiscal_year - 3
LEFT JOIN dense ON dense.area_kind = there.area_kind AND dense.area = there.area
WHERE there.area_kind = coalesce($area_kind::VARCHAR, 'district')
ORDER BY there.sort_no, there.area
