-- question: 自治会の一覧：指標、訪問、課題、更新日。
-- english: The list of associations: an indicator, visits, issues, newest entry.
-- grain: association
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: period VARCHAR 年度。省略時は値のある最新の年度 / fiscal year; default: the latest with values
-- param: district VARCHAR 校区のコード。省略時はすべて / district; default: all
-- param: indicator VARCHAR 指標。省略時は最初の率 / default: the first rate
-- column: association VARCHAR [-] 自治会のコード / code
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: name_kana VARCHAR [-] よみ / reading
-- column: ward VARCHAR [-] 区コード / ward code
-- column: ward_ja VARCHAR [-] 区 / ward
-- column: ward_en VARCHAR [-] 区の英語名 / ward in English
-- column: district VARCHAR [-] 校区のコード / district code
-- column: district_ja VARCHAR [-] 校区 / district
-- column: district_en VARCHAR [-] 校区の英語名 / district in English
-- column: centre VARCHAR [-] まちづくりセンター / community planning centre
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: numerator DOUBLE [-] 率の分子 / numerator of a rate
-- column: denominator DOUBLE [-] 率の分母 / denominator of a rate
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: basis VARCHAR [-] 実測・推計・合計 / measured, estimated, summed
-- column: as_of DATE [年月日] 値の時点 / day of the value
-- column: change DOUBLE [指標の差の単位] 前年度からの変化 / change on the year before
-- column: visits INTEGER [回] 過去12か月の訪問。報告なしは空 / visits in twelve months; null without a report
-- column: visit_status VARCHAR [-] 表示・報告なし・データなし（報告の表がない） / shown, no report, no data: no table of reports
-- column: reported_months INTEGER [月] 報告のあった月 / months reported
-- column: last_visit_on DATE [年月日] 最後の訪問 / last visit
-- column: issues INTEGER [件] 地域課題 / issues
-- column: open_issues INTEGER [件] 受付・対応中の課題 / open issues
-- column: updated_on DATE [年月日] カルテの更新日 / newest entry
-- column: overdue BOOLEAN [-] 更新遅れか / is an update overdue
WITH asked AS (
    SELECT coalesce(left($period::VARCHAR, 4)::INTEGER, (SELECT max(fiscal_year) FROM indicator_values)) AS fiscal_year,
           coalesce($indicator::VARCHAR, (SELECT min_by(indicator, sort_no) FROM indicators WHERE denominator IS NOT NULL)) AS indicator
),

own AS (
    SELECT area AS association, label_ja, label_en, name_kana, ward, district, centre, sort_no, fiscal_year, indicator
    FROM areas
    CROSS JOIN asked
    WHERE area_kind = 'association'
      AND (nullif($ward::VARCHAR, 'all') IS NULL OR ward = $ward::VARCHAR)
      AND (nullif($district::VARCHAR, 'all') IS NULL OR district = $district::VARCHAR)
      AND coalesce(valid_from, '0001-01-01') <= make_date(fiscal_year + 1, 3, 31)
      AND coalesce(valid_to, '9999-12-31') >= make_date(fiscal_year, 4, 1)
)

SELECT own.association, own.label_ja, own.label_en, own.name_kana,
       own.ward, wards.label_ja AS ward_ja, wards.label_en AS ward_en,
       own.district, districts.label_ja AS district_ja, districts.label_en AS district_en, own.centre,
       own.fiscal_year, own.indicator, now.value, now.numerator, now.denominator,
       coalesce(now.status, 'データなし') AS status, now.basis, now.as_of, now.value - before.value AS change,
       today.visits, today.visit_status, today.reported_months, today.last_visit_on, today.issues, today.open_issues,
       today.updated_on, today.overdue
FROM own
LEFT JOIN areas AS wards ON wards.area_kind = 'ward' AND wards.area = own.ward
LEFT JOIN areas AS districts ON districts.area_kind = 'district' AND districts.area = own.district
LEFT JOIN indicator_values AS now
  ON now.area_kind = 'association' AND now.area = own.association
 AND now.indicator = own.indicator AND now.fiscal_year = own.fiscal_year
LEFT JOIN indicator_values AS before
  ON before.area_kind = 'association' AND before.area = own.association
 AND before.indicator = own.indicator AND before.fiscal_year = own.fiscal_year - 1
JOIN associations_today AS today ON today.association = own.association
ORDER BY own.sort_no, own.association
