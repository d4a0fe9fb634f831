-- 施策化までの期間の集計は、文書番号のある施策化と今の段階から数えた件数に等しい。
-- What the time to adoption is counted of equals the adoptions with a document and the stages of now.
WITH counted AS (
    SELECT count(*) AS projects,
           count(*) FILTER (WHERE is_adopted) AS adopted,
           count(*) FILTER (WHERE NOT is_adopted AND is_ended) AS not_adopted
    FROM projects_today
    WHERE NOT basic_study
),

grouped AS (
    SELECT origin, count(*) AS projects FROM projects_today WHERE NOT basic_study GROUP BY origin
)

SELECT ward, groups.origin, groups.projects, groups.adopted, groups.not_adopted
FROM adoption_groups AS groups
CROSS JOIN counted
LEFT JOIN grouped ON grouped.origin = groups.origin
WHERE groups.projects <> groups.adopted + groups.not_adopted + groups.open
   OR ward = 'all' AND groups.origin = 'all'
      AND (groups.projects, groups.adopted, groups.not_adopted)
          <> (counted.projects, counted.adopted, counted.not_adopted)
   OR ward = 'all' AND groups.origin <> 'all' AND groups.projects IS DISTINCT FROM grouped.projects
ORDER BY ward, groups.origin
