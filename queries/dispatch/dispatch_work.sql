-- question: 過去12か月に、地域担当職員（専任）と派遣担当職員（兼務）は、区ごとに何をしたか。
-- english: What did area officers and staff sent beside other work do in twelve months, ward by ward?
-- grain: ward, role
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: ward VARCHAR [-] 区コード（all は市全体）/ ward code; all: the whole city
-- column: label_ja VARCHAR [-] 区 / ward
-- column: label_en VARCHAR [-] 区の英語名 / in English
-- column: role VARCHAR [-] 専任・兼務 / full time, beside other work
-- column: officers INTEGER [人] 担当の番号の数。二つの区を受け持つ人は両方に数える / officers; one of two wards counts in both
-- column: activities INTEGER [件] 活動 / activities
-- column: visits INTEGER [回] 訪問 / visits
-- column: meetings INTEGER [回] 会合 / meetings
-- column: events INTEGER [回] 行事 / events
-- column: calls INTEGER [回] 電話 / calls
-- column: hours DOUBLE [時間] 時間。記録のある活動だけ / hours, of activities that tell them
-- column: hours_known INTEGER [件] 時間の記録のある活動 / activities that tell their hours
-- column: residents INTEGER [人] 会った住民。記録のある活動だけ / residents met, of activities that tell them
-- column: residents_known INTEGER [件] 住民の数の記録のある活動 / activities that tell residents
-- column: as_of DATE [年月日] 時点 / as of
WITH sent AS (
    SELECT coalesce(ward, 'all') AS ward, role, count(DISTINCT officer) AS officers
    FROM recent_dispatches
    GROUP BY GROUPING SETS ((ward, role), (role))
),

done AS (
    SELECT coalesce(ward, 'all') AS ward, role, count(*) AS activities, count(*) FILTER (WHERE kind = '訪問') AS visits,
           count(*) FILTER (WHERE kind = '会合') AS meetings, count(*) FILTER (WHERE kind = '行事') AS events,
           count(*) FILTER (WHERE kind = '電話') AS calls, sum(hours) AS hours, count(hours) AS hours_known,
           sum(residents) AS residents, count(residents) AS residents_known
    FROM recent_activities
    GROUP BY GROUPING SETS ((ward, role), (role))
)

SELECT sent.ward, areas.label_ja, areas.label_en, sent.role, officers::INTEGER AS officers,
       coalesce(activities, 0)::INTEGER AS activities, coalesce(visits, 0)::INTEGER AS visits,
       coalesce(meetings, 0)::INTEGER AS meetings, coalesce(events, 0)::INTEGER AS events,
       coalesce(calls, 0)::INTEGER AS calls, hours::DOUBLE AS hours, coalesce(hours_known, 0)::INTEGER AS hours_known,
       residents::INTEGER AS residents, coalesce(residents_known, 0)::INTEGER AS residents_known,
       (SELECT as_of FROM places_as_of) AS as_of
FROM sent
LEFT JOIN done ON done.ward = sent.ward AND done.role = sent.role
LEFT JOIN areas ON areas.area_kind = 'ward' AND areas.area = sent.ward
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR sent.ward IN ('all', $ward::VARCHAR)
ORDER BY sent.ward = 'all', areas.sort_no, sent.ward, sent.role = '兼務'
