-- question: この自治会に、いつ何があったか。
-- english: What happened to this association, and when?
-- grain: happened_on, kind, code
-- param: association VARCHAR 自治会のコード。省略時は最初の自治会 / default: the first association
-- column: happened_on DATE [年月日] いつ / when
-- column: kind VARCHAR [-] 何が / what
-- column: code VARCHAR [-] そのコード / its code
-- column: subject_ja VARCHAR [-] 何について / about
-- column: subject_en VARCHAR [-] 何についての英訳 / in English
-- column: detail VARCHAR [-] 状況・段階・役割 / status, stage or role
WITH own AS (
    SELECT area AS association, label_ja, label_en, valid_from, valid_to
    FROM areas
    WHERE area_kind = 'association' AND area = coalesce(
        nullif($association::VARCHAR, 'all'),
        (SELECT min_by(area, sort_no) FROM areas WHERE area_kind = 'association' AND valid_to IS NULL)
    )
),

happened AS (
    SELECT valid_from AS happened_on, 'founded' AS kind, association AS code, label_ja AS subject_ja,
           label_en AS subject_en, NULL AS detail
    FROM own
    UNION ALL
    SELECT valid_to, 'ended', association, label_ja, label_en, NULL FROM own
    UNION ALL
    SELECT valid_to, 'took_over', area, label_ja, label_en, NULL
    FROM areas
    WHERE area_kind = 'association' AND succeeded_by = (SELECT association FROM own)
    UNION ALL
    SELECT starts_on, 'dispatch_began', dispatch, unit_ja, unit_en, role
    FROM dispatches
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    UNION ALL
    SELECT ends_on, 'dispatch_ended', dispatch, unit_ja, unit_en, role
    FROM dispatches
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    UNION ALL
    SELECT raised_on, 'issue_raised', issue, category, category, raised_by
    FROM issues
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    UNION ALL
    SELECT closed_on, 'issue_closed', issue, category, category, status
    FROM issues
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    UNION ALL
    SELECT entered, 'project_stage', concat_ws('/', project_stages.project, stage, issues.issue), title_ja, title_en,
           stage
    FROM issues
    JOIN projects ON projects.project = issues.project
    JOIN project_stages ON project_stages.project = projects.project
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    UNION ALL
    SELECT max(as_of), 'updated', area, NULL, NULL, NULL
    FROM indicator_values
    WHERE area_kind = 'association' AND area = (SELECT association FROM own) AND status <> 'データなし'
    GROUP BY area
)

SELECT happened_on, kind, code, subject_ja, subject_en, detail
FROM happened
WHERE happened_on <= (SELECT as_of FROM places_as_of)
ORDER BY happened_on DESC, kind, code
