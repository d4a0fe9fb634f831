-- question: 研究は、どの段階に何件あるか。
-- english: How many studies are at each stage?
-- grain: stage
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: stage VARCHAR [-] 段階 / stage
-- column: stage_no INTEGER [-] 段階の順 / order
-- column: current INTEGER [件] 今その段階にある研究 / there now
-- column: reached INTEGER [件] その段階に入ったことのある研究 / ever there
-- column: went_on INTEGER [件] 次の段階へ進んだ研究 / went on from there
-- column: lost INTEGER [件] そこから施策化に至らずとなった研究 / not adopted from there
-- column: median_days DOUBLE [日] その段階にいた日数の中央値。終わりの段階は空 / median days in the stage; null for an end
-- column: projects INTEGER [件] 基礎研究を除くすべて / all but basic studies
-- column: completed INTEGER [件] 完了した研究 / completed
-- column: adopted INTEGER [件] 施策化 / adopted
-- column: under_review INTEGER [件] 検討中 / under review
-- column: not_adopted INTEGER [件] 施策化に至らず / not adopted
WITH chosen AS (
    SELECT project, basic_study, is_completed, is_adopted, is_ended
    FROM projects_today
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
      AND (nullif($origin::VARCHAR, 'all') IS NULL OR origin = $origin::VARCHAR)
),

counted AS (
    SELECT count(*) FILTER (WHERE NOT basic_study)::INTEGER AS projects,
           count(*) FILTER (WHERE basic_study)::INTEGER AS basic,
           count(*) FILTER (WHERE NOT basic_study AND NOT is_completed)::INTEGER AS running,
           count(*) FILTER (WHERE is_completed)::INTEGER AS completed,
           count(*) FILTER (WHERE is_completed AND is_adopted)::INTEGER AS adopted,
           count(*) FILTER (WHERE is_completed AND NOT is_adopted AND NOT is_ended)::INTEGER AS under_review,
           count(*) FILTER (WHERE is_completed AND NOT is_adopted AND is_ended)::INTEGER AS not_adopted
    FROM chosen
),

stages(stage, stage_no) AS (
    VALUES ('課題提起', 1), ('調査研究', 2), ('提言', 3), ('所管局で検討中', 4),
           ('試行', 5), ('施策化', 6), ('評価', 7), ('施策化に至らず', 8)
),

stays AS (
    SELECT project_stays.stage, project_stays.project, project_stays.is_current,
           lead(project_stays.stage) OVER course AS next_stage,
           date_diff('day', project_stays.entered, coalesce(project_stays.left_on, places_as_of.as_of)) AS days,
           project_stays.entered_is_year OR coalesce(project_stays.left_is_year, false) AS is_rough,
           project_stays.stage_no >= 6 AND project_stays.left_on IS NULL AS is_end
    FROM project_stays
    JOIN chosen ON chosen.project = project_stays.project AND NOT chosen.basic_study
    CROSS JOIN places_as_of
    WINDOW course AS (PARTITION BY project_stays.project ORDER BY project_stays.entered, project_stays.stage_no)
)

SELECT stages.stage, stages.stage_no,
       count(DISTINCT stays.project) FILTER (WHERE stays.is_current)::INTEGER AS current,
       count(DISTINCT stays.project)::INTEGER AS reached,
       count(DISTINCT stays.project) FILTER (WHERE stays.next_stage <> '施策化に至らず')::INTEGER AS went_on,
       count(DISTINCT stays.project) FILTER (WHERE stays.next_stage = '施策化に至らず')::INTEGER AS lost,
       median(stays.days) FILTER (WHERE NOT stays.is_rough AND NOT stays.is_end)::DOUBLE AS median_days,
       any_value(counted.projects) AS projects, any_value(completed) AS completed, any_value(adopted) AS adopted,
       any_value(under_review) AS under_review, any_value(not_adopted) AS not_adopted
FROM stages
LEFT JOIN stays ON stays.stage = stages.stage
CROSS JOIN counted
GROUP BY stages.stage, stages.stage_no
ORDER BY stages.stage_no
