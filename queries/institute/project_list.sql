-- question: どんな研究があり、今どの段階か。
-- english: Which studies are there, and where are they now?
-- grain: project
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: project VARCHAR [-] 研究の番号 / number
-- column: title_ja VARCHAR [-] 題名 / title in Japanese
-- column: title_en VARCHAR [-] 題名の英訳 / title in English
-- column: origin VARCHAR [-] 起点 / origin
-- column: basic_study BOOLEAN [-] 基礎研究か / a basic study
-- column: wards VARCHAR [-] 対象の区（; 区切り、空は市全体）/ wards, blank: the whole city
-- column: lead_unit_ja VARCHAR [-] 所管 / unit in charge
-- column: lead_unit_en VARCHAR [-] 所管の英語 / in English
-- column: started_on DATE [年月日] 始めた日 / begun
-- column: stage VARCHAR [-] 今の段階 / stage now
-- column: stage_no INTEGER [-] 段階の順 / order
-- column: entered DATE [年月日] その段階に入った日 / entered
-- column: entered_is_year BOOLEAN [-] 年度だけ分かるか / only the year is known
-- column: days_in_stage INTEGER [日] その段階にいる日数 / days in the stage
-- column: adopted BOOLEAN [-] 施策化したか / adopted
-- column: document_no VARCHAR [-] 文書番号 / document
-- column: reason VARCHAR [-] 施策化に至らなかった理由 / reason
-- column: issue VARCHAR [-] 起点の地域課題 / issue it came from
-- column: persons INTEGER [人] 延べ人数 / persons
-- column: hours DOUBLE [時間] 延べ時間 / hours
-- column: budget_thousand_yen DOUBLE [千円] 予算 / budget
WITH chosen AS (
    SELECT project, title_ja, title_en, origin, basic_study, lead_unit_ja, lead_unit_en, started_on, issue
    FROM projects
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
      AND (nullif($origin::VARCHAR, 'all') IS NULL OR origin = $origin::VARCHAR)
),

papers AS (
    SELECT project, max(document_no) AS document_no
    FROM project_stages
    WHERE stage = '施策化' AND document_no IS NOT NULL
    GROUP BY project
),

places AS (SELECT project, string_agg(ward, ';' ORDER BY ward) AS wards FROM project_wards GROUP BY project),
people AS (
    SELECT project, sum(persons)::INTEGER AS persons, sum(hours)::DOUBLE AS hours FROM project_people GROUP BY project
),
money AS (
    SELECT project, sum(amount_thousand_yen)::DOUBLE AS budget_thousand_yen FROM project_budgets GROUP BY project
)

SELECT chosen.project, title_ja, title_en, origin, basic_study, coalesce(wards, '') AS wards, lead_unit_ja, lead_unit_en,
       started_on, stage, stage_no, entered, entered_is_year,
       CASE WHEN NOT entered_is_year THEN date_diff('day', entered, as_of) END::INTEGER AS days_in_stage,
       papers.document_no IS NOT NULL AS adopted, papers.document_no, reason, issue, persons, hours, budget_thousand_yen
FROM chosen
LEFT JOIN project_stays ON project_stays.project = chosen.project AND is_current
LEFT JOIN papers ON papers.project = chosen.project
LEFT JOIN places ON places.project = chosen.project
LEFT JOIN people ON people.project = chosen.project
LEFT JOIN money ON money.project = chosen.project
LEFT JOIN places_as_of ON true
ORDER BY entered DESC NULLS LAST, chosen.project
