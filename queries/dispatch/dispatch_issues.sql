-- question: 地域課題は、出されてから、対応され、研究や施策になったか。
-- english: Were local issues, once raised, answered, and did they become projects?
-- grain: ward
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: ward VARCHAR [-] 区コード（all は市全体）/ ward code; all: the whole city
-- column: label_ja VARCHAR [-] 区 / ward
-- column: label_en VARCHAR [-] 区の英語名 / in English
-- column: issues INTEGER [件] 地域課題 / issues raised
-- column: by_officers INTEGER [件] うち派遣担当職員が出したもの / of them raised by dispatched staff
-- column: open_issues INTEGER [件] 受付・対応中 / open
-- column: answered_issues INTEGER [件] 対応済 / done
-- column: impossible INTEGER [件] 対応困難 / not possible
-- column: declined INTEGER [件] 見送り / declined
-- column: answered_share DOUBLE [%] 対応済の割合 / share done
-- column: median_days DOUBLE [日] 対応済までの日数の中央値 / median days until done
-- column: became_projects INTEGER [件] 研究になった課題 / issues that became a study
-- column: adopted INTEGER [件] うち施策化 / of them adopted
-- column: since DATE [年月日] 最初の課題が出された日 / day the first was raised
-- column: as_of DATE [年月日] 時点 / as of
WITH raised AS (
    SELECT issues.issue, areas.ward, raised_on, raised_by, status, closed_on, issues.project,
           coalesce(is_adopted, false) AS is_adopted
    FROM issues
    LEFT JOIN areas ON areas.area_kind = issues.area_kind AND areas.area = issues.area
    LEFT JOIN projects_today ON projects_today.project = issues.project
),

counted AS (
    SELECT coalesce(ward, 'all') AS ward, count(*) AS issues,
           count(*) FILTER (WHERE raised_by = '派遣担当職員') AS by_officers,
           count(*) FILTER (WHERE status IN ('受付', '対応中')) AS open_issues,
           count(*) FILTER (WHERE status = '対応済') AS answered_issues,
           count(*) FILTER (WHERE status = '対応困難') AS impossible, count(*) FILTER (WHERE status = '見送り') AS declined,
           median(closed_on - raised_on) FILTER (WHERE status = '対応済') AS median_days,
           count(project) AS became_projects, count(*) FILTER (WHERE is_adopted) AS adopted, min(raised_on) AS since
    FROM raised
    GROUP BY ROLLUP (ward)
)

SELECT counted.ward, areas.label_ja, areas.label_en, issues::INTEGER AS issues, by_officers::INTEGER AS by_officers,
       open_issues::INTEGER AS open_issues, answered_issues::INTEGER AS answered_issues, impossible::INTEGER AS impossible,
       declined::INTEGER AS declined, (100.0 * answered_issues / nullif(issues, 0))::DOUBLE AS answered_share,
       median_days::DOUBLE AS median_days, became_projects::INTEGER AS became_projects, adopted::INTEGER AS adopted,
       since, (SELECT as_of FROM places_as_of) AS as_of
FROM counted
LEFT JOIN areas ON areas.area_kind = 'ward' AND areas.area = counted.ward
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR counted.ward IN ('all', $ward::VARCHAR)
ORDER BY counted.ward = 'all', areas.sort_no, counted.ward
