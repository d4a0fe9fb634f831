-- question: 研究所に、どれだけの人と予算が入ったか。
-- english: How many people and how much money went into the institute?
-- grain: fiscal_year
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: officials INTEGER [人] 行政 / officials
-- column: young_researchers INTEGER [人] 若手研究者 / young researchers
-- column: experts INTEGER [人] 有識者 / experts
-- column: residents INTEGER [人] 住民 / residents
-- column: companies INTEGER [人] 企業 / companies
-- column: trainees INTEGER [人] 研修 / trainees
-- column: young_hours DOUBLE [時間] 若手研究者の延べ時間 / hours of young researchers
-- column: hours DOUBLE [時間] 延べ時間 / hours
-- column: project_budget_thousand_yen DOUBLE [千円] 研究の予算 / budgets of studies
-- column: institute_budget_thousand_yen DOUBLE [千円] 研究所全体の予算（市全体だけ）/ budget of the institute, whole city only
WITH chosen AS (
    SELECT project
    FROM projects
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
),

people AS (
    SELECT fiscal_year,
           sum(persons) FILTER (WHERE kind = '行政') AS officials,
           sum(persons) FILTER (WHERE kind = '若手研究者') AS young_researchers,
           sum(persons) FILTER (WHERE kind = '有識者') AS experts,
           sum(persons) FILTER (WHERE kind = '住民') AS residents,
           sum(persons) FILTER (WHERE kind = '企業') AS companies,
           sum(persons) FILTER (WHERE kind = '研修') AS trainees,
           sum(hours) FILTER (WHERE kind = '若手研究者') AS young_hours,
           sum(hours) AS hours
    FROM project_people
    WHERE project IN (SELECT project FROM chosen)
    GROUP BY fiscal_year
),

money AS (
    SELECT fiscal_year,
           sum(amount_thousand_yen) FILTER (WHERE project IN (SELECT project FROM chosen)) AS of_projects,
           sum(amount_thousand_yen) FILTER (WHERE project IS NULL AND nullif($ward::VARCHAR, 'all') IS NULL)
               AS of_institute
    FROM project_budgets
    GROUP BY fiscal_year
)

SELECT fiscal_year, officials::INTEGER AS officials, young_researchers::INTEGER AS young_researchers,
       experts::INTEGER AS experts, residents::INTEGER AS residents, companies::INTEGER AS companies,
       trainees::INTEGER AS trainees, young_hours::DOUBLE AS young_hours, hours::DOUBLE AS hours,
       of_projects::DOUBLE AS project_budget_thousand_yen, of_institute::DOUBLE AS institute_budget_thousand_yen
FROM people
FULL JOIN money USING (fiscal_year)
ORDER BY fiscal_year
