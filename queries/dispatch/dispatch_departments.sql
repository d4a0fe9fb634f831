-- question: どの部署が、まちづくり派遣に何人を出し、どれだけ活動したか。
-- english: How many did each department send, and how much did they do?
-- grain: role, unit
-- param: ward VARCHAR 派遣先の区コード。省略時と all は市全体 / ward they are sent to; default: all
-- column: role VARCHAR [-] 専任・兼務 / full time, beside other work
-- column: unit VARCHAR [-] 部署のコード / department
-- column: unit_ja VARCHAR [-] 部署 / its name
-- column: unit_en VARCHAR [-] 英語名 / in English
-- column: officers INTEGER [人] 担当の番号の数 / officers
-- column: associations INTEGER [団体] 受け持つ自治会 / associations looked after
-- column: activities INTEGER [件] 活動 / activities
-- column: visits INTEGER [回] 訪問 / visits
-- column: hours DOUBLE [時間] 時間。記録のある活動だけ / hours, of activities that tell them
-- column: hours_known INTEGER [件] 時間の記録のある活動 / activities that tell their hours
-- column: as_of DATE [年月日] 時点 / as of
WITH sent AS (
    SELECT role, coalesce(unit, '') AS unit, any_value(unit_ja ORDER BY dispatch) AS unit_ja,
           any_value(unit_en ORDER BY dispatch) AS unit_en, count(DISTINCT officer) AS officers,
           count(DISTINCT associations_now.association) AS associations
    FROM recent_dispatches
    LEFT JOIN associations_now
      ON recent_dispatches.area_kind = 'association' AND associations_now.association = recent_dispatches.area
      OR recent_dispatches.area_kind = 'district' AND associations_now.district = recent_dispatches.area
    WHERE nullif($ward::VARCHAR, 'all') IS NULL OR recent_dispatches.ward = $ward::VARCHAR
    GROUP BY role, coalesce(unit, '')
),

done AS (
    SELECT role, coalesce(unit, '') AS unit, count(*) AS activities, count(*) FILTER (WHERE kind = '訪問') AS visits,
           sum(hours) AS hours, count(hours) AS hours_known
    FROM recent_activities
    WHERE nullif($ward::VARCHAR, 'all') IS NULL OR ward = $ward::VARCHAR
    GROUP BY role, coalesce(unit, '')
)

SELECT sent.role, sent.unit, unit_ja, unit_en, officers::INTEGER AS officers, associations::INTEGER AS associations,
       coalesce(activities, 0)::INTEGER AS activities, coalesce(visits, 0)::INTEGER AS visits, hours::DOUBLE AS hours,
       coalesce(hours_known, 0)::INTEGER AS hours_known, (SELECT as_of FROM places_as_of) AS as_of
FROM sent
LEFT JOIN done ON done.role = sent.role AND done.unit = sent.unit
ORDER BY sent.role = '兼務', sent.unit
