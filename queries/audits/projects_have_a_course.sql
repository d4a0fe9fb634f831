-- どの研究にも段階があり、どの日付も時点より後ではない。
-- Every study has a stage, and no date lies after the day of the data.
SELECT projects.project, max(project_stages.stage) AS stage
FROM projects
LEFT JOIN project_stages USING (project)
LEFT JOIN places_as_of ON true
GROUP BY projects.project
HAVING count(project_stages.stage) = 0
    OR count(*) FILTER (WHERE stage_no IS NULL OR entered > places_as_of.as_of) > 0
ORDER BY projects.project
