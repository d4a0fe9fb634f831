-- question: この自治会や校区の課題から、どんな研究が生まれたか。
-- english: Which studies came from issues of this association or its district?
-- grain: association, project, issue
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: association VARCHAR [-] 自治会のコード / code
-- column: project VARCHAR [-] 研究の番号 / number
-- column: title_ja VARCHAR [-] 題名 / title
-- column: title_en VARCHAR [-] 題名の英訳 / in English
-- column: stage VARCHAR [-] 今の段階 / stage now
-- column: stage_no INTEGER [-] 段階の順 / order
-- column: entered DATE [年月日] 段階に入った日 / entered
-- column: entered_is_year BOOLEAN [-] 年度だけ分かるか / only the year is known
-- column: issue VARCHAR [-] 課題番号 / issue
WITH own AS (
    SELECT association, district FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR)
)

SELECT own.association, projects.project, title_ja, title_en, stage, stage_no, entered, entered_is_year, issues.issue
FROM issues
JOIN own ON issues.area_kind = 'association' AND issues.area = own.association
         OR issues.area_kind = 'district' AND issues.area = own.district
JOIN projects ON projects.project = issues.project
LEFT JOIN project_stays ON project_stays.project = projects.project AND is_current
ORDER BY own.association, projects.project, issues.issue
