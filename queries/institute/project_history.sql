-- question: それぞれの研究は、いつ、どの段階に入ったか。
-- english: When did every study enter each of its stages?
-- grain: project, entered, stage
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: project VARCHAR [-] 研究の番号 / number
-- column: title_ja VARCHAR [-] 題名 / title in Japanese
-- column: title_en VARCHAR [-] 題名の英訳 / title in English
-- column: origin VARCHAR [-] 起点 / origin
-- column: basic_study BOOLEAN [-] 基礎研究か / a basic study
-- column: started_on DATE [年月日] 始めた日 / begun
-- column: issue VARCHAR [-] 起点の地域課題 / issue it came from
-- column: raised_on DATE [年月日] その課題の受付日 / day the issue was raised
-- column: stage VARCHAR [-] 段階 / stage
-- column: stage_no INTEGER [-] 段階の順 / order
-- column: entered DATE [年月日] その段階に入った日 / entered
-- column: entered_is_year BOOLEAN [-] 年度だけ分かるか / only the year is known
-- column: days_before INTEGER [日] 前の段階にいた日数。年度だけの日付があれば空 / days in the stage before; null where a year only is known
-- column: document_no VARCHAR [-] 文書番号 / document
-- column: reason VARCHAR [-] 施策化に至らなかった理由 / reason
-- column: is_counted BOOLEAN [-] 数えるか（施策化は文書番号があるとき）/ counted: an adoption has its document
-- column: is_undocumented BOOLEAN [-] 文書番号がなく施策化に数えない研究か / a study not counted as adopted for want of a number
WITH chosen AS (
    SELECT project, title_ja, title_en, origin, basic_study, started_on, issue
    FROM projects
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
      AND (nullif($origin::VARCHAR, 'all') IS NULL OR origin = $origin::VARCHAR)
),

dated AS (
    SELECT project, stage, stage_no, entered, entered_is_year, document_no, reason,
           stage <> '施策化' OR document_no IS NOT NULL AS is_counted,
           lag(entered) OVER course AS before, lag(entered_is_year) OVER course AS before_is_year
    FROM project_stages
    WINDOW course AS (PARTITION BY project ORDER BY entered, stage_no)
)

SELECT chosen.project, title_ja, title_en, origin, chosen.basic_study, chosen.started_on, chosen.issue, raised_on,
       stage, stage_no, entered, entered_is_year,
       CASE WHEN NOT entered_is_year AND NOT before_is_year THEN date_diff('day', before, entered) END::INTEGER
           AS days_before,
       document_no, dated.reason, is_counted,
       bool_or(NOT is_counted) OVER (PARTITION BY chosen.project)
           AND NOT bool_or(stage = '施策化' AND is_counted) OVER (PARTITION BY chosen.project) AS is_undocumented
FROM chosen
JOIN dated USING (project)
LEFT JOIN issues ON issues.issue = chosen.issue
ORDER BY chosen.project, entered, stage_no
