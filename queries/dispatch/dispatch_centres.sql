-- question: まちづくりセンターごとに、地域担当職員（専任）と派遣担当職員（兼務）の受け持ちはどれだけか。
-- english: How much do area officers and staff sent beside other work have to look after, centre by centre?
-- grain: ward, centre
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: ward VARCHAR [-] 区コード / ward code
-- column: centre VARCHAR [-] まちづくりセンター / community planning centre
-- column: districts INTEGER [校区] 校区 / school districts
-- column: associations INTEGER [団体] 自治会 / associations
-- column: officers INTEGER [人] 地域担当職員（専任）/ area officers, full time
-- column: per_officer DOUBLE [団体] 専任一人当たりの自治会 / associations for each of them
-- column: officer_activities INTEGER [件] 専任の活動 / activities of theirs
-- column: officer_hours DOUBLE [時間] 専任の時間。記録のある活動だけ / hours of theirs, of activities that tell them
-- column: beside INTEGER [人] 派遣担当職員（兼務）/ staff sent beside other work
-- column: covered INTEGER [団体] まちづくり派遣（兼務）のある自治会 / associations they are sent to
-- column: beside_activities INTEGER [件] 兼務の活動 / activities of theirs
-- column: beside_hours DOUBLE [時間] 兼務の時間。記録のある活動だけ / hours of theirs, of activities that tell them
-- column: visited INTEGER [団体] 訪問のあった自治会 / associations visited
-- column: zero INTEGER [団体] 訪問0件の自治会 / no visit
-- column: no_report INTEGER [団体] 報告なしの自治会 / no report
-- column: as_of DATE [年月日] 時点 / as of
WITH own AS (
    SELECT ward, centre, count(DISTINCT district) AS districts, count(*) AS associations,
           count(*) FILTER (WHERE is_covered) AS covered, count(*) FILTER (WHERE visits > 0) AS visited,
           count(*) FILTER (WHERE visits = 0) AS zero, count(*) FILTER (WHERE visits IS NULL) AS no_report
    FROM associations_now
    JOIN associations_today USING (association)
    WHERE centre IS NOT NULL
    GROUP BY ward, centre
),

sent AS (
    SELECT ward, centre, count(DISTINCT officer) FILTER (WHERE role = '専任') AS officers,
           count(DISTINCT officer) FILTER (WHERE role = '兼務') AS beside
    FROM recent_dispatches
    GROUP BY ward, centre
),

done AS (
    SELECT ward, centre, count(*) FILTER (WHERE role = '専任') AS officer_activities,
           sum(hours) FILTER (WHERE role = '専任') AS officer_hours,
           count(*) FILTER (WHERE role = '兼務') AS beside_activities,
           sum(hours) FILTER (WHERE role = '兼務') AS beside_hours
    FROM recent_activities
    GROUP BY ward, centre
)

SELECT own.ward, own.centre, districts::INTEGER AS districts, associations::INTEGER AS associations,
       coalesce(officers, 0)::INTEGER AS officers, (associations / nullif(officers, 0))::DOUBLE AS per_officer,
       coalesce(officer_activities, 0)::INTEGER AS officer_activities, officer_hours::DOUBLE AS officer_hours,
       coalesce(beside, 0)::INTEGER AS beside, covered::INTEGER AS covered,
       coalesce(beside_activities, 0)::INTEGER AS beside_activities, beside_hours::DOUBLE AS beside_hours,
       visited::INTEGER AS visited, zero::INTEGER AS zero, no_report::INTEGER AS no_report,
       (SELECT as_of FROM places_as_of) AS as_of
FROM own
LEFT JOIN sent ON sent.ward = own.ward AND sent.centre = own.centre
LEFT JOIN done ON done.ward = own.ward AND done.centre = own.centre
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR own.ward = $ward::VARCHAR
ORDER BY own.ward, own.centre
