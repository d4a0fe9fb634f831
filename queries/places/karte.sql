-- question: この自治会の指標は、区と市の中でどこにあるか。
-- english: Where do this association's indicators stand in its ward and the city?
-- grain: association, indicator
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- column: association VARCHAR [-] 自治会のコード / code
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: field VARCHAR [-] 分野 / field
-- column: label_ja VARCHAR [-] 名称 / label
-- column: label_en VARCHAR [-] 英語名 / in English
-- column: unit_ja VARCHAR [-] 単位 / unit
-- column: unit_en VARCHAR [-] 単位の英語 / in English
-- column: decimals INTEGER [桁] 小数の桁数 / decimals
-- column: direction VARCHAR [-] 良い向き / which way is good
-- column: sort_no INTEGER [-] 並び / order
-- column: area_kind VARCHAR [-] 自治会の値か校区の値か / of the association or its district
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: numerator DOUBLE [-] 率の分子 / numerator of a rate
-- column: denominator DOUBLE [-] 率の分母 / denominator of a rate
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: basis VARCHAR [-] 実測・推計・合計 / measured, estimated, summed
-- column: as_of DATE [年月日] 時点 / as of
-- column: source VARCHAR [-] 出典 / source
-- column: overdue BOOLEAN [-] 更新遅れか / is an update overdue
-- column: compared INTEGER [-] 比べた地域の数 / areas compared
-- column: position DOUBLE [0-100] 市の中での位置。100が良い / percentile in the city, 100 is good
-- column: ward_value DOUBLE [指標の単位] 区の中央値 / median of the ward
-- column: ward_position DOUBLE [0-100] 区の中央値の位置 / its percentile
-- column: city_value DOUBLE [指標の単位] 市の中央値 / median of the city
-- column: city_q25 DOUBLE [指標の単位] 市の下から4分の1 / lower quartile
-- column: city_q75 DOUBLE [指標の単位] 市の上から4分の1 / upper quartile
WITH own AS (
    SELECT association, district, ward FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR)
),

asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year
),

wanted AS (
    SELECT own.association, own.ward, indicator, finest AS area_kind,
           CASE finest WHEN 'association' THEN own.association ELSE own.district END AS area
    FROM indicators
    CROSS JOIN own
    WHERE finest IN ('association', 'district')
),

latest AS (
    SELECT wanted.association, wanted.ward, wanted.indicator, wanted.area_kind, wanted.area,
           coalesce(max(mine.fiscal_year), any_value(asked.fiscal_year)) AS fiscal_year
    FROM wanted
    CROSS JOIN asked
    LEFT JOIN indicator_values AS mine
      ON mine.area_kind = wanted.area_kind AND mine.area = wanted.area
     AND mine.indicator = wanted.indicator AND mine.fiscal_year <= asked.fiscal_year
    GROUP BY wanted.association, wanted.ward, wanted.indicator, wanted.area_kind, wanted.area
),

-- everyone that is shown
shown AS (
    SELECT mine.indicator, mine.area_kind, mine.fiscal_year, mine.area, areas.ward, mine.value
    FROM indicator_values AS mine
    JOIN areas ON areas.area_kind = mine.area_kind AND areas.area = mine.area
    SEMI JOIN latest
      ON latest.indicator = mine.indicator AND latest.area_kind = mine.area_kind
     AND latest.fiscal_year = mine.fiscal_year
    WHERE mine.status = '表示'
),

-- a value's place: those below it and half of those beside it, in per cent of all
counted AS (
    SELECT indicator, area_kind, fiscal_year, value, count(*) AS beside
    FROM shown
    GROUP BY indicator, area_kind, fiscal_year, value
),

ranked AS (
    SELECT indicator, area_kind, fiscal_year, value,
           100.0 * (sum(beside) OVER upward - 0.5 * beside) / sum(beside) OVER everyone AS position
    FROM counted
    WINDOW everyone AS (PARTITION BY indicator, area_kind, fiscal_year),
           upward AS (PARTITION BY indicator, area_kind, fiscal_year ORDER BY value)
),

city AS (
    SELECT indicator, area_kind, fiscal_year, count(*) AS compared, median(value) AS city_value,
           quantile_cont(value, 0.25) AS city_q25, quantile_cont(value, 0.75) AS city_q75
    FROM shown
    GROUP BY indicator, area_kind, fiscal_year
),

wards AS (
    SELECT indicator, area_kind, fiscal_year, ward, median(value) AS ward_value
    FROM shown
    WHERE ward IN (SELECT ward FROM own)
    GROUP BY indicator, area_kind, fiscal_year, ward
),

ward_ranks AS (
    SELECT wards.indicator, wards.area_kind, wards.fiscal_year, wards.ward, any_value(ward_value) AS ward_value,
           100.0 * coalesce(sum(beside) FILTER (WHERE counted.value < ward_value), 0) / sum(beside)
           + 50.0 * coalesce(sum(beside) FILTER (WHERE counted.value = ward_value), 0) / sum(beside) AS ward_rank
    FROM wards
    JOIN counted USING (indicator, area_kind, fiscal_year)
    GROUP BY wards.indicator, wards.area_kind, wards.fiscal_year, wards.ward
)

SELECT latest.association, indicators.indicator, field, label_ja, label_en, unit_ja, unit_en, decimals, direction,
       indicators.sort_no, latest.area_kind, latest.fiscal_year, mine.value, mine.numerator, mine.denominator,
       coalesce(mine.status, 'データなし') AS status, mine.basis, mine.as_of, indicators.source,
       coalesce(mine.as_of + to_months(cycle_months) < today.as_of, false) AS overdue,
       coalesce(compared, 0)::INTEGER AS compared,
       if(direction = 'down', 100 - ranked.position, ranked.position) AS position,
       ward_value, if(direction = 'down', 100 - ward_rank, ward_rank) AS ward_position, city_value, city_q25, city_q75
FROM latest
JOIN indicators USING (indicator)
LEFT JOIN indicator_values AS mine USING (indicator, area_kind, fiscal_year, area)
LEFT JOIN ranked
  ON ranked.indicator = latest.indicator AND ranked.area_kind = latest.area_kind
 AND ranked.fiscal_year = latest.fiscal_year AND ranked.value = mine.value
LEFT JOIN city USING (indicator, area_kind, fiscal_year)
LEFT JOIN ward_ranks
  ON ward_ranks.indicator = latest.indicator AND ward_ranks.area_kind = latest.area_kind
 AND ward_ranks.fiscal_year = latest.fiscal_year AND ward_ranks.ward = latest.ward
LEFT JOIN places_as_of AS today ON true
ORDER BY latest.association, list_position(['人', '組織', '活動', '防災', '財政', '暮らし'], field), indicators.sort_no,
         indicators.indicator
