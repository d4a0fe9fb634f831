-- question: この自治会はどこにあり、いつ更新されたか。
-- english: Where is this association, and when was its chart updated?
-- grain: association
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
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
-- column: x DOUBLE [km] 東西の位置 / east
-- column: y DOUBLE [km] 南北の位置 / north
-- column: valid_from DATE [年月日] 設立の日 / founded
-- column: valid_to DATE [年月日] 終わった日 / ended
-- column: succeeded_by VARCHAR [-] 引き継いだ自治会 / association that took over
-- column: successor_ja VARCHAR [-] 引き継いだ自治会の名称 / its name
-- column: successor_en VARCHAR [-] 引き継いだ自治会の英語名 / its name in English
-- column: towns VARCHAR [-] 町名 / towns
-- column: households DOUBLE [世帯] 世帯数 / households
-- column: member_households DOUBLE [世帯] 加入世帯数 / member households
-- column: visits INTEGER [回] 過去12か月の訪問。報告なしは空 / visits in twelve months; null without a report
-- column: visit_status VARCHAR [-] 表示・報告なし・データなし（報告の表がない） / shown, no report, no data: no table of reports
-- column: reported_months INTEGER [月] 報告のあった月 / months reported
-- column: last_visit_on DATE [年月日] 最後の訪問 / last visit
-- column: issues INTEGER [件] 地域課題 / issues
-- column: open_issues INTEGER [件] 受付・対応中の課題 / open issues
-- column: updated_on DATE [年月日] カルテの更新日 / newest entry
-- column: overdue BOOLEAN [-] 更新遅れか / is an update overdue
-- column: due DATE [年月日] 次の更新の期限 / day by which the next update is due
-- column: freshness VARCHAR [-] 最新・更新時期・更新遅れ・随時・時点なし / up to date, due, overdue, no cycle, no day
WITH own AS (
    SELECT area AS association, label_ja, label_en, name_kana, areas.ward, areas.district, centre, x, y, valid_from,
           valid_to, succeeded_by, sort_no
    FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR) AS asked
    JOIN areas ON areas.area_kind = 'association' AND areas.area = asked.association
),

towns AS (
    SELECT association, string_agg(town, '・' ORDER BY town) AS towns FROM association_towns GROUP BY association
),

counts AS (
    SELECT area AS association,
           arg_max(value, fiscal_year) FILTER (WHERE indicator = 'households') AS households,
           arg_max(value, fiscal_year) FILTER (WHERE indicator = 'member_households') AS member_households
    FROM indicator_values
    WHERE area_kind = 'association' AND area IN (SELECT association FROM own) AND status = '表示'
    GROUP BY area
)

SELECT own.association, own.label_ja, own.label_en, own.name_kana,
       own.ward, wards.label_ja AS ward_ja, wards.label_en AS ward_en,
       own.district, districts.label_ja AS district_ja, districts.label_en AS district_en, own.centre,
       own.x, own.y, own.valid_from, own.valid_to, own.succeeded_by,
       successors.label_ja AS successor_ja, successors.label_en AS successor_en, towns, households, member_households,
       today.visits, today.visit_status, today.reported_months, today.last_visit_on, today.issues, today.open_issues,
       today.updated_on, today.overdue, today.due,
       today.freshness
FROM own
LEFT JOIN areas AS wards ON wards.area_kind = 'ward' AND wards.area = own.ward
LEFT JOIN areas AS districts ON districts.area_kind = 'district' AND districts.area = own.district
LEFT JOIN areas AS successors ON successors.area_kind = 'association' AND successors.area = own.succeeded_by
LEFT JOIN towns ON towns.association = own.association
LEFT JOIN counts ON counts.association = own.association
JOIN associations_today AS today ON today.association = own.association
ORDER BY own.sort_no, own.association
