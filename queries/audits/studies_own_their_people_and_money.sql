-- 研究に加わった人、予算、成果、区は、どれも一覧にある研究のもので、分けて数えた人数の和は全体に等しい。
-- People, budgets, outcomes and wards of studies are of studies on the list, and people counted apart add up to all.
SELECT pointing.table_name, pointing.project
FROM (
    SELECT 'project_people' AS table_name, project FROM project_people
    UNION
    SELECT 'project_budgets', project FROM project_budgets WHERE project IS NOT NULL
    UNION
    SELECT 'project_outcomes', project FROM project_outcomes
    UNION
    SELECT 'project_wards', project FROM project_wards
    UNION
    SELECT 'project_stages', project FROM project_stages
) AS pointing
ANTI JOIN projects ON projects.project = pointing.project
UNION ALL
SELECT 'project_people', kind
FROM project_people
WHERE kind NOT IN ('行政', '若手研究者', '有識者', '住民', '企業', '研修') OR persons < 0
ORDER BY table_name, project
