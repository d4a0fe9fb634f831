-- question: 訪問のあった自治会の割合は、校区ごとにどれだけか。
-- english: What share of associations was visited, school district by school district?
-- grain: district
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: district VARCHAR [-] 校区のコード / district code
-- column: label_ja VARCHAR [-] 校区 / district
-- column: label_en VARCHAR [-] 校区の英語名 / in English
-- column: ward VARCHAR [-] 区コード / ward code
-- column: x DOUBLE [km] 東西の位置 / east
-- column: y DOUBLE [km] 南北の位置 / north
-- column: value DOUBLE [%] 訪問のあった自治会の割合。報告なしの自治会があれば空 / share of associations visited; null where any has no report
-- column: status VARCHAR [-] 表示・報告なし / shown, no report
-- column: associations INTEGER [団体] 自治会 / associations
-- column: visited INTEGER [団体] 訪問のあった自治会 / visited
-- column: zero INTEGER [団体] 訪問0件の自治会 / no visit
-- column: no_report INTEGER [団体] 報告なしの自治会 / no report
-- column: covered INTEGER [団体] まちづくり派遣（兼務）のある自治会 / with a dispatch beside other work, today
-- column: visits INTEGER [回] 訪問 / visits
-- column: hours DOUBLE [時間] 時間。記録のある活動だけ / hours, of activities that tell them
-- column: residents INTEGER [人] 会った住民。記録のある活動だけ / residents met, of activities that tell them
-- column: open_issues INTEGER [件] 受付・対応中の課題 / open issues
-- column: as_of DATE [年月日] 時点 / as of
WITH counted AS (
    SELECT district, count(*) AS associations, count(*) FILTER (WHERE visits > 0) AS visited,
           count(*) FILTER (WHERE visits = 0) AS zero, count(*) FILTER (WHERE visits IS NULL) AS no_report,
           count(*) FILTER (WHERE is_covered) AS covered, sum(coalesce(visits, 0)) AS visits, sum(hours) AS hours,
           sum(residents) AS residents, sum(open_issues) AS open_issues
    FROM associations_now
    JOIN associations_today USING (association)
    GROUP BY district
)

SELECT counted.district, areas.label_ja, areas.label_en, areas.ward, areas.x, areas.y,
       CASE WHEN no_report = 0 THEN 100.0 * visited / associations END::DOUBLE AS value,
       CASE WHEN no_report = 0 THEN '表示' ELSE '報告なし' END AS status,
       associations::INTEGER AS associations, visited::INTEGER AS visited, zero::INTEGER AS zero,
       no_report::INTEGER AS no_report, covered::INTEGER AS covered, visits::INTEGER AS visits,
       hours::DOUBLE AS hours, residents::INTEGER AS residents, open_issues::INTEGER AS open_issues,
       (SELECT as_of FROM places_as_of) AS as_of
FROM counted
JOIN areas ON areas.area_kind = 'district' AND areas.area = counted.district
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR areas.ward = $ward::VARCHAR
ORDER BY areas.sort_no, counted.district
