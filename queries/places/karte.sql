-- question: この自治会の指標は、区と市の中でどこにあるか。
-- english: Where do this association's indicators stand in its ward and the city?
-- grain: indicator
-- param: association VARCHAR 自治会のコード。省略時は最初の自治会 / default: the first association
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
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
    SELECT area AS association, district, ward FROM areas WHERE area_kind = 'association' AND area = coalesce(
        nullif($association::VARCHAR, 'all'),
        (SELECT min_by(area, sort_no) FROM areas WHERE area_kind = 'association' AND valid_to IS NULL)
    )
),

wanted AS (
    SELECT indicators.indicator, indicators.finest AS area_kind, own.ward,
           CASE indicators.finest WHEN 'association' THEN own.association ELSE own.district END AS area,
           coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS asked_year
    FROM indicators
    CROSS JOIN own
    WHERE indicators.finest IN ('association', 'district')
),

latest AS (
    SELECT wanted.indicator, wanted.area_kind, wanted.area, wanted.ward,
           coalesce(max(mine.fiscal_year), any_value(asked_year)) AS fiscal_year
    FROM wanted
    LEFT JOIN indicator_values AS mine
      ON mine.area_kind = wanted.area_kind AND mine.area = wanted.area
     AND mine.indicator = wanted.indicator AND mine.fiscal_year <= wanted.asked_year
    GROUP BY wanted.indicator, wanted.area_kind, wanted.area, wanted.ward
),

others AS (
    SELECT latest.indicator, others.value, areas.ward = latest.ward AS is_ward
    FROM latest
    JOIN indicator_values AS others
      ON others.area_kind = latest.area_kind AND others.indicator = latest.indicator
     AND others.fiscal_year = latest.fiscal_year AND others.status = '表示'
    JOIN areas ON areas.area_kind = others.area_kind AND areas.area = others.area
),

spread AS (
    SELECT indicator, count(*) AS compared, median(value) AS city_value,
           quantile_cont(value, 0.25) AS city_q25, quantile_cont(value, 0.75) AS city_q75,
           median(value) FILTER (WHERE is_ward) AS ward_value
    FROM others
    GROUP BY indicator
),

placed AS (
    SELECT latest.indicator, any_value(mine.value) AS value,
           100.0 * (count(*) FILTER (WHERE others.value < mine.value)
                    + 0.5 * count(*) FILTER (WHERE others.value = mine.value)) / count(others.value) AS rank,
           100.0 * (count(*) FILTER (WHERE others.value < spread.ward_value)
                    + 0.5 * count(*) FILTER (WHERE others.value = spread.ward_value)) / count(others.value) AS ward_rank
    FROM latest
    JOIN others USING (indicator)
    JOIN spread USING (indicator)
    LEFT JOIN indicator_values AS mine
      ON mine.area_kind = latest.area_kind AND mine.area = latest.area
     AND mine.indicator = latest.indicator AND mine.fiscal_year = latest.fiscal_year
    GROUP BY latest.indicator
)

SELECT indicators.indicator, field, label_ja, label_en, unit_ja, unit_en, decimals, direction, indicators.sort_no,
       latest.area_kind, latest.fiscal_year, mine.value, mine.numerator, mine.denominator,
       coalesce(mine.status, 'データなし') AS status, mine.basis, mine.as_of, indicators.source,
       coalesce(mine.as_of + to_months(cycle_months) < today.as_of, false) AS overdue,
       coalesce(compared, 0)::INTEGER AS compared,
       CASE WHEN mine.status = '表示' THEN if(direction = 'down', 100 - rank, rank) END AS position,
       ward_value, if(direction = 'down', 100 - ward_rank, ward_rank) AS ward_position, city_value, city_q25, city_q75
FROM latest
JOIN indicators USING (indicator)
LEFT JOIN spread USING (indicator)
LEFT JOIN placed USING (indicator)
LEFT JOIN places_as_of AS today ON true
LEFT JOIN indicator_values AS mine
  ON mine.area_kind = latest.area_kind AND mine.area = latest.area
 AND mine.indicator = latest.indicator AND mine.fiscal_year = latest.fiscal_year
ORDER BY list_position(['人', '組織', '活動', '防災', '財政', '暮らし'], field), indicators.sort_no, indicators.indicator
