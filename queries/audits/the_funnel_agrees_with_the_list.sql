-- 段階ごとの件数は、研究の一覧から数えた件数に等しい。
-- The counts by stage equal those counted from the list of studies.
WITH latest AS (
    SELECT project, stage, stage_no
    FROM project_stays
    WHERE is_current
),

ever AS (
    SELECT project, max(stage_no) >= 3 AS is_completed, bool_or(stage = '施策化') AS is_adopted
    FROM project_stays GROUP BY project
),

listed AS (
    SELECT count(*) AS projects,
           count(*) FILTER (WHERE is_completed) AS completed,
           count(*) FILTER (WHERE NOT is_completed) AS running,
           count(*) FILTER (WHERE is_completed AND is_adopted) AS adopted,
           count(*) FILTER (WHERE is_completed AND NOT is_adopted AND stage = '施策化に至らず') AS not_adopted,
           count(*) FILTER (WHERE is_completed AND NOT is_adopted AND stage <> '施策化に至らず') AS under_review
    FROM projects
    LEFT JOIN latest USING (project)
    LEFT JOIN ever USING (project)
    WHERE NOT basic_study
)

SELECT projects, completed, running, adopted, under_review, not_adopted
FROM listed
WHERE projects <> completed + running OR completed <> adopted + under_review + not_adopted
ORDER BY projects
