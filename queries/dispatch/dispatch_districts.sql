-- question: まちづくり派遣は、校区ごとにどこまで届いているか。
-- english: How far does community dispatch reach, school district by school district?
-- grain: district
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: district VARCHAR [-] 校区のコード / district code
-- column: label_ja VARCHAR [-] 校区 / district
-- column: label_en VARCHAR [-] 校区の英語名 / in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: associations INTEGER [団体] 自治会 / associations
-- column: covered INTEGER [団体] まちづくり派遣（兼務）のある自治会 / with a dispatch beside other work, today
-- column: visited INTEGER [団体] 訪問のあった自治会 / visited
-- column: zero INTEGER [団体] 訪問0件の自治会 / no visit
-- column: no_report INTEGER [団体] 報告なしの自治会 / no report
-- column: visits INTEGER [回] 訪問 / visits
-- column: issues INTEGER [件] 地域課題 / issues
-- column: open_issues INTEGER [件] 受付・対応中 / open
-- column: since DATE [年月日] 12か月の初日 / first day of the twelve months
-- column: as_of DATE [年月日] 時点 / as of
WITH own AS (
    SELECT area AS association, district
    FROM areas
    CROSS JOIN places_as_of
    WHERE area_kind = 'association' AND coalesce(valid_from, '0001-01-01') <= as_of
      AND coalesce(valid_to, '9999-12-31') >= as_of
),

active AS (
    SELECT DISTINCT own.association
    FROM dispatches
    CROSS JOIN places_as_of
    JOIN own ON dispatches.area_kind = 'association' AND dispatches.area = own.association
             OR dispatches.area_kind = 'district' AND dispatches.area = own.district
    WHERE role = '兼務' AND starts_on <= as_of AND coalesce(ends_on, '9999-12-31') >= as_of
),

counted AS (
    SELECT own.district, count(*) AS associations, count(active.association) AS covered,
           count(*) FILTER (WHERE visits > 0) AS visited, count(*) FILTER (WHERE visits = 0) AS zero,
           count(*) FILTER (WHERE visits IS NULL) AS no_report, sum(coalesce(visits, 0)) AS visits,
           sum(issues) AS issues, sum(open_issues) AS open_issues
    FROM own
    JOIN associations_today USING (association)
    LEFT JOIN active USING (association)
    GROUP BY own.district
)

SELECT counted.district, areas.label_ja, areas.label_en, areas.ward, associations::INTEGER AS associations,
       covered::INTEGER AS covered, visited::INTEGER AS visited, zero::INTEGER AS zero, no_report::INTEGER AS no_report,
       visits::INTEGER AS visits, coalesce(issues, 0)::INTEGER AS issues, coalesce(open_issues, 0)::INTEGER AS open_issues,
       (SELECT min(month) FROM recent_months) AS since, (SELECT as_of FROM places_as_of) AS as_of
FROM counted
JOIN areas ON areas.area_kind = 'district' AND areas.area = counted.district
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR areas.ward = $ward::VARCHAR
ORDER BY areas.sort_no, counted.district
