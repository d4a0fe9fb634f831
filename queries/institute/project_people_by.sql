-- question: 区ごと、起点ごとに、どれだけの人が研究に加わり、研修を受けたか。
-- english: How many people took part in studies and were trained, by ward and by origin?
-- grain: split, code
-- column: split VARCHAR [-] 分け方（all, ward, origin）/ split
-- column: code VARCHAR [-] 区コード（空文字は区を定めない研究）または起点 / ward code (blank: of no ward) or origin
-- column: projects INTEGER [件] 研究 / studies
-- column: officials INTEGER [人] 行政 / officials
-- column: young_researchers INTEGER [人] 若手研究者 / young researchers
-- column: experts INTEGER [人] 有識者 / experts
-- column: residents INTEGER [人] 住民 / residents
-- column: companies INTEGER [人] 企業 / companies
-- column: trainees INTEGER [人] 研修 / trainees
-- column: hours DOUBLE [時間] 延べ時間 / hours
WITH splits AS (
    SELECT 'all' AS split, 'all' AS code, project FROM projects
    UNION ALL
    SELECT 'origin', origin, project FROM projects
    UNION ALL
    SELECT 'ward', coalesce(ward, ''), projects.project
    FROM projects
    LEFT JOIN project_wards ON project_wards.project = projects.project
)

SELECT split, code, count(DISTINCT splits.project)::INTEGER AS projects,
       sum(persons) FILTER (WHERE kind = '行政')::INTEGER AS officials,
       sum(persons) FILTER (WHERE kind = '若手研究者')::INTEGER AS young_researchers,
       sum(persons) FILTER (WHERE kind = '有識者')::INTEGER AS experts,
       sum(persons) FILTER (WHERE kind = '住民')::INTEGER AS residents,
       sum(persons) FILTER (WHERE kind = '企業')::INTEGER AS companies,
       sum(persons) FILTER (WHERE kind = '研修')::INTEGER AS trainees,
       sum(hours)::DOUBLE AS hours
FROM splits
LEFT JOIN project_people ON project_people.project = splits.project
GROUP BY split, code
ORDER BY split, code
