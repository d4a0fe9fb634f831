-- question: この自治会に、いつ何があったか。
-- english: What happened to this association, and when?
-- grain: association, happened_on, kind, code
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: association VARCHAR [-] 自治会のコード / code
-- column: happened_on DATE [年月日] いつ / when
-- column: kind VARCHAR [-] 何が / what
-- column: code VARCHAR [-] そのコード / its code
-- column: subject_ja VARCHAR [-] 何について / about
-- column: subject_en VARCHAR [-] 何についての英訳 / in English
-- column: detail VARCHAR [-] 状況・段階・役割 / status, stage or role
WITH own AS (
    SELECT area AS association, label_ja, label_en, valid_from, valid_to
    FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR) AS asked
    JOIN areas ON areas.area_kind = 'association' AND areas.area = asked.association
),

happened AS (
    SELECT association, valid_from AS happened_on, 'founded' AS kind, association AS code, label_ja AS subject_ja,
           label_en AS subject_en, NULL AS detail
    FROM own
    UNION ALL
    SELECT association, valid_to, 'ended', association, label_ja, label_en, NULL FROM own
    UNION ALL
    SELECT succeeded_by, valid_to, 'took_over', area, label_ja, label_en, NULL
    FROM areas
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, starts_on, 'dispatch_began', dispatch, unit_ja, unit_en, role
    FROM dispatches
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, ends_on, 'dispatch_ended', dispatch, unit_ja, unit_en, role
    FROM dispatches
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, raised_on, 'issue_raised', issue, category, category, raised_by
    FROM issues
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, closed_on, 'issue_closed', issue, category, category, status
    FROM issues
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, entered, 'project_stage', concat_ws('/', project_stays.project, stage, issues.issue), title_ja,
           title_en, stage
    FROM issues
    JOIN projects ON projects.project = issues.project
    JOIN project_stays ON project_stays.project = projects.project
    WHERE area_kind = 'association'
    UNION ALL
    SELECT area, max(as_of), 'updated', area, NULL, NULL, NULL
    FROM indicator_values
    WHERE area_kind = 'association' AND status <> 'データなし'
    GROUP BY area
)

SELECT association, happened_on, kind, code, subject_ja, subject_en, detail
FROM happened
JOIN own USING (association)
WHERE happened_on <= (SELECT as_of FROM places_as_of)
ORDER BY association, happened_on DESC, kind, code
