-- question: 選んだ指標は、自治会ごとにどうか。三年前からどう変わったか。
-- english: What are the chosen indicators, association by association, and how did they change in three years?
-- grain: association, indicator
-- param: indicators VARCHAR 指標（, 区切り）。省略時は最初の率 / indicators, separated by commas; default: the first rate
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- column: association VARCHAR [-] 自治会のコード / code
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: district VARCHAR [-] 校区のコード / district code
-- column: district_ja VARCHAR [-] 校区 / district
-- column: district_en VARCHAR [-] 校区の英語名 / district in English
-- column: flag_ja VARCHAR [-] 地域の特性（一覧から外す理由）。なければ空 / why it is kept out of a list; null: nothing
-- column: flag_en VARCHAR [-] 地域の特性の英訳 / in English
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: area_kind VARCHAR [-] 値の地域：自治会か校区 / whose value: the association's or its district's
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: earlier DOUBLE [指標の単位] 三年前の値 / value three years before
-- column: change DOUBLE [指標の差の単位] 三年前からの変化。どちらかが表示できなければ空 / change in three years; null unless both are shown
-- column: change_status VARCHAR [-] 変化の表示・秘匿・データなし / shown, withheld, no data, of the change
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           coalesce($indicators::VARCHAR, (SELECT min_by(indicator, sort_no) FROM indicators WHERE denominator IS NOT NULL)) AS wanted
),

own AS (
    SELECT area AS association, areas.label_ja, areas.label_en, ward, district, areas.sort_no, fiscal_year, indicator,
           indicators.sort_no AS indicator_no, finest AS area_kind, if(finest = 'association', area, district) AS area
    FROM areas
    CROSS JOIN asked
    JOIN indicators ON list_contains(string_split(asked.wanted, ','), indicators.indicator)
    WHERE areas.area_kind = 'association'
      AND finest IN ('association', 'district')
      AND coalesce(valid_from, '0001-01-01') <= make_date(fiscal_year + 1, 3, 31)
      AND coalesce(valid_to, '9999-12-31') >= make_date(fiscal_year + 1, 3, 31)
),

flags AS (
    SELECT association, min(text_ja) AS flag_ja, min(text_en) AS flag_en
    FROM association_facts
    WHERE fact = '地域の特性'
    GROUP BY association
)

SELECT own.association, own.label_ja, own.label_en, own.ward, own.district,
       districts.label_ja AS district_ja, districts.label_en AS district_en, flag_ja, flag_en,
       own.fiscal_year, own.indicator, own.area_kind, now.value, coalesce(now.status, 'データなし') AS status,
       before.value AS earlier, now.value - before.value AS change,
       CASE WHEN '秘匿' IN (now.status, before.status) THEN '秘匿'
            WHEN now.value IS NULL OR before.value IS NULL THEN 'データなし'
            ELSE '表示' END AS change_status
FROM own
LEFT JOIN areas AS districts ON districts.area_kind = 'district' AND districts.area = own.district
LEFT JOIN flags ON flags.association = own.association
LEFT JOIN indicator_values AS now
  ON now.area_kind = own.area_kind AND now.area = own.area
 AND now.indicator = own.indicator AND now.fiscal_year = own.fiscal_year
LEFT JOIN indicator_values AS before
  ON before.area_kind = own.area_kind AND before.area = own.area
 AND before.indicator = own.indicator AND before.fiscal_year = own.fiscal_year - 3
ORDER BY own.sort_no, own.association, own.indicator_no
