-- question: 研究は施策になったか。
-- english: What became of the studies?
-- grain: as_of
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: projects INTEGER [件] 基礎研究を除く研究 / studies but basic ones
-- column: basic INTEGER [件] 基礎研究 / basic studies
-- column: running INTEGER [件] 研究中 / under way
-- column: completed INTEGER [件] 完了した研究 / completed
-- column: adopted INTEGER [件] 施策化 / adopted
-- column: under_review INTEGER [件] 検討中 / under review
-- column: not_adopted INTEGER [件] 施策化に至らず / not adopted
-- column: undocumented INTEGER [件] 文書番号がなく施策化に数えない研究 / not counted as adopted: no document number
-- column: outcomes INTEGER [件] 成果指標 / outcomes
-- column: outcomes_without_target INTEGER [件] 目標なし / no target set
-- column: outcomes_reached INTEGER [件] 達成 / target reached
-- column: persons INTEGER [人] 延べ人数（研修を除く）/ persons, trainees apart
-- column: trainees INTEGER [人] 研修を受けた人 / trainees
-- column: hours DOUBLE [時間] 延べ時間 / hours
-- column: budget_thousand_yen DOUBLE [千円] 研究の予算 / budgets of the studies
-- column: as_of DATE [年月日] 時点 / as of
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

bare AS (
    SELECT count(DISTINCT project)::INTEGER AS undocumented
    FROM project_stages
    JOIN chosen USING (project)
    WHERE stage = '施策化' AND document_no IS NULL AND NOT is_adopted
),

latest AS (
    SELECT project, outcome_ja, any_value(direction) AS direction, any_value(target) AS target,
           arg_max(actual, fiscal_year) AS actual
    FROM project_outcomes
    WHERE project IN (SELECT project FROM chosen WHERE NOT basic_study)
    GROUP BY project, outcome_ja
),

outcomes AS (
    SELECT count(*)::INTEGER AS outcomes,
           count(*) FILTER (WHERE target IS NULL)::INTEGER AS outcomes_without_target,
           count(*) FILTER (WHERE CASE direction WHEN 'down' THEN actual <= target ELSE actual >= target END)::INTEGER
               AS outcomes_reached
    FROM latest
),

people AS (
    SELECT sum(persons) FILTER (WHERE kind <> '研修')::INTEGER AS persons,
           sum(persons) FILTER (WHERE kind = '研修')::INTEGER AS trainees,
           sum(hours)::DOUBLE AS hours
    FROM project_people
    WHERE project IN (SELECT project FROM chosen)
),

money AS (
    SELECT sum(amount_thousand_yen)::DOUBLE AS budget_thousand_yen
    FROM project_budgets
    WHERE project IN (SELECT project FROM chosen)
)

SELECT projects, basic, running, completed, adopted, under_review, not_adopted, undocumented,
       outcomes, outcomes_without_target, outcomes_reached, persons, trainees, hours, budget_thousand_yen, as_of
FROM counted
CROSS JOIN bare
CROSS JOIN outcomes
CROSS JOIN people
CROSS JOIN money
LEFT JOIN places_as_of ON true
ORDER BY as_of
