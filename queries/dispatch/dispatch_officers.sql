-- question: 担当職員一人（番号だけ）の受け持ちと活動は、どれだけか。
-- english: How much does one officer, told by number only, look after and do?
-- grain: role, officer
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: role VARCHAR [-] 専任・兼務 / full time, beside other work
-- column: officer VARCHAR [-] 担当の番号（名前ではない）/ number of the officer, never a name
-- column: associations INTEGER [団体] 受け持つ自治会 / associations looked after
-- column: activities INTEGER [件] 活動 / activities
-- column: visits INTEGER [回] 訪問 / visits
-- column: hours DOUBLE [時間] 時間。記録のある活動だけ / hours, of activities that tell them
-- column: hours_known INTEGER [件] 時間の記録のある活動 / activities that tell their hours
-- column: as_of DATE [年月日] 時点 / as of
WITH sent AS (
    SELECT role, officer, count(DISTINCT associations_now.association) AS associations
    FROM recent_dispatches
    LEFT JOIN associations_now
      ON recent_dispatches.area_kind = 'association' AND associations_now.association = recent_dispatches.area
      OR recent_dispatches.area_kind = 'district' AND associations_now.district = recent_dispatches.area
    WHERE nullif($ward::VARCHAR, 'all') IS NULL OR recent_dispatches.ward = $ward::VARCHAR
    GROUP BY role, officer
),

done AS (
    SELECT role, officer, count(*) AS activities, count(*) FILTER (WHERE kind = '訪問') AS visits, sum(hours) AS hours,
           count(hours) AS hours_known
    FROM recent_activities
    WHERE nullif($ward::VARCHAR, 'all') IS NULL OR ward = $ward::VARCHAR
    GROUP BY role, officer
)

SELECT sent.role, sent.officer, associations::INTEGER AS associations, coalesce(activities, 0)::INTEGER AS activities,
       coalesce(visits, 0)::INTEGER AS visits, hours::DOUBLE AS hours, coalesce(hours_known, 0)::INTEGER AS hours_known,
       (SELECT as_of FROM places_as_of) AS as_of
FROM sent
LEFT JOIN done ON done.role = sent.role AND done.officer = sent.officer
ORDER BY sent.role = '兼務', activities DESC NULLS LAST, sent.officer
