-- question: まちづくり派遣は、どこまで届いているか。
-- english: How far does community dispatch reach?
-- grain: ward
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: the whole city
-- column: ward VARCHAR [-] 区コード（all は市全体）/ ward code; all: the whole city
-- column: label_ja VARCHAR [-] 区 / ward
-- column: label_en VARCHAR [-] 区の英語名 / in English
-- column: associations INTEGER [団体] 自治会 / associations
-- column: covered INTEGER [団体] まちづくり派遣（兼務）のある自治会 / with a dispatch beside other work, today
-- column: visited INTEGER [団体] 訪問のあった自治会 / visited
-- column: zero INTEGER [団体] 訪問0件の自治会 / no visit
-- column: no_report INTEGER [団体] 報告なしの自治会 / no report
-- column: visits INTEGER [回] 訪問 / visits
-- column: meetings INTEGER [回] 会合 / meetings
-- column: calls INTEGER [回] 電話 / calls
-- column: hours DOUBLE [時間] 時間 / hours
-- column: residents INTEGER [人] 会った住民 / residents met
-- column: issues INTEGER [件] 地域課題 / issues
-- column: open_issues INTEGER [件] 受付・対応中 / open
-- column: answered_issues INTEGER [件] 対応済 / done
-- column: since DATE [年月日] 12か月の初日 / first day of the twelve months
-- column: as_of DATE [年月日] 時点 / as of
WITH months AS (
    SELECT unnest(range(date_trunc('month', as_of) - INTERVAL 11 MONTH, as_of + INTERVAL 1 DAY, INTERVAL 1 MONTH))::DATE
        AS month
    FROM places_as_of
),

own AS (
    SELECT area AS association, ward, district
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

reports AS (
    SELECT own.association, count(DISTINCT dispatch_reports.month) AS reported_months
    FROM own
    JOIN dispatch_reports
      ON dispatch_reports.area_kind = 'association' AND dispatch_reports.area = own.association
      OR dispatch_reports.area_kind = 'district' AND dispatch_reports.area = own.district
    WHERE dispatch_reports.month IN (SELECT month FROM months)
    GROUP BY own.association
),

done AS (
    SELECT dispatches.area AS association, count(*) FILTER (WHERE kind = '訪問') AS visits,
           count(*) FILTER (WHERE kind = '会合') AS meetings, count(*) FILTER (WHERE kind = '電話') AS calls,
           sum(hours) AS hours, sum(residents) AS residents
    FROM activities
    JOIN dispatches USING (dispatch)
    WHERE dispatches.area_kind = 'association' AND held_on >= (SELECT min(month) FROM months)
    GROUP BY dispatches.area
),

raised AS (
    SELECT area AS association, count(*) AS issues, count(*) FILTER (WHERE status IN ('受付', '対応中')) AS open_issues,
           count(*) FILTER (WHERE status = '対応済') AS answered_issues
    FROM issues
    WHERE area_kind = 'association'
    GROUP BY area
),

counted AS (
    SELECT coalesce(own.ward, 'all') AS ward, count(*) AS associations, count(active.association) AS covered,
           count(*) FILTER (WHERE visits > 0) AS visited,
           count(*) FILTER (WHERE coalesce(visits, 0) = 0 AND reported_months = 12) AS zero,
           count(*) FILTER (WHERE coalesce(visits, 0) = 0 AND coalesce(reported_months, 0) < 12) AS no_report,
           sum(coalesce(visits, 0)) AS visits, sum(coalesce(meetings, 0)) AS meetings, sum(coalesce(calls, 0)) AS calls,
           sum(hours) AS hours, sum(residents) AS residents, sum(coalesce(issues, 0)) AS issues,
           sum(coalesce(open_issues, 0)) AS open_issues, sum(coalesce(answered_issues, 0)) AS answered_issues
    FROM own
    LEFT JOIN active USING (association)
    LEFT JOIN reports USING (association)
    LEFT JOIN done USING (association)
    LEFT JOIN raised USING (association)
    GROUP BY ROLLUP (own.ward)
)

SELECT counted.ward, areas.label_ja, areas.label_en, associations::INTEGER AS associations, covered::INTEGER AS covered,
       visited::INTEGER AS visited, zero::INTEGER AS zero, no_report::INTEGER AS no_report, visits::INTEGER AS visits,
       meetings::INTEGER AS meetings, calls::INTEGER AS calls, hours::DOUBLE AS hours, residents::INTEGER AS residents,
       issues::INTEGER AS issues, open_issues::INTEGER AS open_issues, answered_issues::INTEGER AS answered_issues,
       (SELECT min(month) FROM months) AS since, (SELECT as_of FROM places_as_of) AS as_of
FROM counted
LEFT JOIN areas ON areas.area_kind = 'ward' AND areas.area = counted.ward
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR counted.ward IN ('all', $ward::VARCHAR)
ORDER BY counted.ward = 'all', areas.sort_no, counted.ward
