-- question: この自治会の地域課題は、どうなっているか。
-- english: What became of the issues of this association?
-- grain: association, issue
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: association VARCHAR [-] 自治会のコード / code
-- column: issue VARCHAR [-] 課題番号 / number
-- column: area_kind VARCHAR [-] 自治会の課題か校区の課題か / of the association or its district
-- column: raised_on DATE [年月日] 受付日 / raised
-- column: category VARCHAR [-] 分類 / category
-- column: raised_by VARCHAR [-] 誰が / by
-- column: status VARCHAR [-] 状況 / status
-- column: reason VARCHAR [-] 理由 / reason
-- column: closed_on DATE [年月日] 対応を終えた日 / closed
-- column: answering_unit_ja VARCHAR [-] 担当 / unit that answers
-- column: answering_unit_en VARCHAR [-] 担当の英語 / in English
-- column: project VARCHAR [-] つながった研究 / project
-- column: project_ja VARCHAR [-] 研究の題名 / its title
-- column: project_en VARCHAR [-] 研究の題名の英訳 / in English
WITH own AS (
    SELECT association, district FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR)
)

SELECT own.association, issues.issue, issues.area_kind, raised_on, category, raised_by, status, reason, closed_on,
       answering_unit_ja, answering_unit_en, issues.project,
       projects.title_ja AS project_ja, projects.title_en AS project_en
FROM issues
JOIN own ON issues.area_kind = 'association' AND issues.area = own.association
         OR issues.area_kind = 'district' AND issues.area = own.district
LEFT JOIN projects ON projects.project = issues.project
ORDER BY own.association, status IN ('受付', '対応中') DESC, raised_on DESC, issues.issue
