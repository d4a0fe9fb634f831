-- question: 研究は、年度ごとに何件始まり、完了し、施策になったか。
-- english: How many studies began, were completed and adopted, year by year?
-- grain: fiscal_year
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: started INTEGER [件] その年度に始めた研究 / begun in the year
-- column: running INTEGER [件] 年度末に続く研究（基礎研究を除く）/ under way at its end
-- column: completed INTEGER [件] 完了の累計 / completed so far
-- column: adopted INTEGER [件] 施策化の累計 / adopted so far
WITH chosen AS (
    SELECT project, started_on
    FROM projects
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
      AND NOT basic_study
),

dated AS (
    SELECT chosen.project, chosen.started_on,
           min(entered) FILTER (WHERE stage_no >= 3) AS completed_on,
           min(entered) FILTER (WHERE stage = '施策化') AS adopted_on
    FROM chosen
    LEFT JOIN project_stays USING (project)
    GROUP BY chosen.project, chosen.started_on
),

years AS (
    SELECT unnest(range(
        (SELECT min(year(started_on - INTERVAL 3 MONTH)) FROM dated),
        (SELECT max(year(as_of - INTERVAL 3 MONTH)) + 1 FROM places_as_of)
    ))::INTEGER AS fiscal_year
)

SELECT fiscal_year,
       count(*) FILTER (WHERE year(started_on - INTERVAL 3 MONTH) = fiscal_year)::INTEGER AS started,
       count(*) FILTER (
           WHERE started_on < make_date(fiscal_year + 1, 4, 1)
             AND coalesce(completed_on, '9999-12-31') >= make_date(fiscal_year + 1, 4, 1)
       )::INTEGER AS running,
       count(*) FILTER (WHERE completed_on < make_date(fiscal_year + 1, 4, 1))::INTEGER AS completed,
       count(*) FILTER (WHERE adopted_on < make_date(fiscal_year + 1, 4, 1))::INTEGER AS adopted
FROM years
CROSS JOIN dated
GROUP BY fiscal_year
ORDER BY fiscal_year
