-- 派遣の活動と地域課題は、区ごとの数を足すと市全体の数になる。一件は一度だけ数える。
-- Activities and local issues by ward add up to the whole city, each counted once.
WITH parts AS (
    SELECT 'activities' AS what, count(*) FILTER (WHERE ward IN (SELECT area FROM areas WHERE area_kind = 'ward')) AS by_ward
    FROM recent_activities
    UNION ALL
    SELECT 'issues', count(*)
    FROM issues
    JOIN areas ON areas.area_kind = issues.area_kind AND areas.area = issues.area
    WHERE areas.ward IN (SELECT area FROM areas WHERE area_kind = 'ward')
    UNION ALL
    SELECT 'associations', sum((visits > 0)::INTEGER) + sum((visits = 0)::INTEGER) + sum((visit_status <> '表示')::INTEGER)
    FROM associations_now
    JOIN associations_today USING (association)
),

whole AS (
    SELECT 'activities' AS what, count(*) AS total
    FROM activities
    CROSS JOIN places_as_of
    WHERE held_on BETWEEN (SELECT min(month) FROM recent_months) AND as_of
    UNION ALL
    SELECT 'issues', count(*) FROM issues
    UNION ALL
    SELECT 'associations', count(*)  -- a city without dispatches has nothing to add up
    FROM associations_now
    WHERE EXISTS (SELECT 1 FROM dispatches)
)

SELECT what, by_ward, total
FROM whole
JOIN parts USING (what)
WHERE coalesce(by_ward, 0) <> total
ORDER BY what
