-- question: 研究の成果は、基準値と目標に対してどうか。
-- english: How do outcomes stand against baseline and target?
-- grain: project, outcome_ja
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: project VARCHAR [-] 研究の番号 / number
-- column: title_ja VARCHAR [-] 題名 / title in Japanese
-- column: title_en VARCHAR [-] 題名の英訳 / title in English
-- column: basic_study BOOLEAN [-] 基礎研究か / a basic study
-- column: outcome_ja VARCHAR [-] 成果指標 / outcome
-- column: outcome_en VARCHAR [-] 成果指標の英訳 / in English
-- column: unit_ja VARCHAR [-] 単位 / unit
-- column: unit_en VARCHAR [-] 単位の英語 / in English
-- column: direction VARCHAR [-] 良い向き / which way is good
-- column: baseline DOUBLE [成果の単位] 基準値 / baseline
-- column: target DOUBLE [成果の単位] 目標値。空は目標なし / target; null: none set
-- column: fiscal_year INTEGER [年度] 実績の年度 / year of the actual
-- column: actual DOUBLE [成果の単位] 実績値 / actual
-- column: result VARCHAR [-] 達成・未達・目標なし・データなし / reached, not reached, no target, no data
-- column: progress DOUBLE [%] 基準値から目標までの到達度 / way from baseline to target
WITH chosen AS (
    SELECT project, title_ja, title_en, basic_study
    FROM projects
    WHERE (nullif($ward::VARCHAR, 'all') IS NULL
           OR project IN (SELECT project FROM project_wards WHERE ward = $ward::VARCHAR)
           OR project NOT IN (SELECT project FROM project_wards))
      AND (nullif($origin::VARCHAR, 'all') IS NULL OR origin = $origin::VARCHAR)
),

latest AS (
    SELECT project, outcome_ja, outcome_en, unit_ja, unit_en, direction, baseline, target, fiscal_year, actual
    FROM project_outcomes
    QUALIFY row_number() OVER (PARTITION BY project, outcome_ja ORDER BY actual IS NULL, fiscal_year DESC) = 1
)

SELECT project, title_ja, title_en, basic_study, outcome_ja, outcome_en, unit_ja, unit_en, direction,
       baseline, target, fiscal_year, actual,
       CASE WHEN target IS NULL THEN '目標なし'
            WHEN actual IS NULL THEN 'データなし'
            WHEN direction = 'down' AND actual <= target OR direction <> 'down' AND actual >= target THEN '達成'
            ELSE '未達' END AS result,
       100 * (actual - baseline) / nullif(target - baseline, 0) AS progress
FROM chosen
JOIN latest USING (project)
ORDER BY project, outcome_ja
