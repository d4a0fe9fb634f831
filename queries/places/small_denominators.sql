-- question: 割合の違いは、分母の小ささだけで起こる揺れの範囲に入るか。
-- english: Do the differences of a share lie within what small denominators alone would bring?
-- grain: area
-- param: indicator VARCHAR 割合の指標。省略時は最初の割合 / a share; default: the first share
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- param: ward VARCHAR 区コード、all = 全市。省略時は all / default: all
-- column: area_kind VARCHAR [-] 地域の種別：値のある最も細かいもの / the finest kind with values
-- column: area VARCHAR [-] 地域のコード / code
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: district VARCHAR [-] 校区のコード / district code
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: value DOUBLE [%] 割合。秘匿・データなしは空 / share; null when withheld or no data
-- column: smoothed DOUBLE [%] 分母の小ささをならした割合 / share drawn towards all, the more the smaller the denominator
-- column: divided_by VARCHAR [-] 分母の指標 / indicator that is the denominator
-- column: numerator DOUBLE [-] 分子 / numerator
-- column: denominator DOUBLE [-] 分母 / denominator
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: overall DOUBLE [%] 表示している全体の割合 / share of all that are shown
-- column: lo95 DOUBLE [%] 揺れの範囲95%の下 / lower 95 % limit
-- column: hi95 DOUBLE [%] 揺れの範囲95%の上 / upper 95 % limit
-- column: lo998 DOUBLE [%] 揺れの範囲99.8%の下 / lower 99.8 % limit
-- column: hi998 DOUBLE [%] 揺れの範囲99.8%の上 / upper 99.8 % limit
-- column: beyond VARCHAR [-] high・low＝99.8%の外、空＝中 / outside the 99.8 % limits; null: within
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           coalesce($indicator::VARCHAR,
                    (SELECT min_by(indicator, sort_no) FROM indicators WHERE numerator IS NOT NULL AND unit_ja = '%')) AS indicator,
           nullif($ward::VARCHAR, 'all') AS ward
),

there AS (
    SELECT area_kind, area, areas.label_ja, areas.label_en, areas.ward, district, areas.sort_no, fiscal_year, indicator,
           indicators.denominator AS divided_by
    FROM areas
    CROSS JOIN asked
    JOIN indicators USING (indicator)
    WHERE area_kind = finest
      AND area_kind IN ('association', 'district')
      AND (asked.ward IS NULL OR areas.ward = asked.ward)
      AND coalesce(valid_from, '0001-01-01') <= make_date(fiscal_year + 1, 3, 31)
      AND coalesce(valid_to, '9999-12-31') >= make_date(fiscal_year, 4, 1)
)

SELECT there.area_kind, there.area, label_ja, label_en, ward, district, there.fiscal_year, there.indicator,
       own.value, smoothed, divided_by, own.numerator, own.denominator, coalesce(own.status, 'データなし') AS status,
       overall, lo95, hi95, lo998, hi998, beyond
FROM there
LEFT JOIN indicator_values AS own
  ON own.area_kind = there.area_kind AND own.area = there.area
 AND own.indicator = there.indicator AND own.fiscal_year = there.fiscal_year
LEFT JOIN rate_limits AS limits
  ON limits.area_kind = there.area_kind AND limits.area = there.area
 AND limits.indicator = there.indicator AND limits.fiscal_year = there.fiscal_year
ORDER BY there.sort_no, there.area
