-- question: 調査のあと、どの部署が何に取り組み、どこまで進んだか。
-- english: What did each unit undertake after the survey, and how far has it come?
-- grain: wave, owner_unit, text_ja
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / survey; default: the latest survey held
-- param: ward VARCHAR 勤務する区。HQ は市全域担当、省略時と all はすべて / ward of the unit; HQ: city-wide; default: all
-- column: wave VARCHAR [年度] 調査回 / survey
-- column: owner_unit VARCHAR [-] 所属コード / unit
-- column: owner_unit_ja VARCHAR [-] 所属 / its name
-- column: owner_unit_en VARCHAR [-] 英語名 / in English
-- column: text_ja VARCHAR [-] 取組 / what is done
-- column: text_en VARCHAR [-] 英語 / in English
-- column: owner VARCHAR [-] 担当の職 / role in charge
-- column: due DATE [年月日] 期限 / due
-- column: state VARCHAR [-] 状況 / state
-- column: is_open BOOLEAN [-] 受付・対応中か / received or in hand
-- column: past_due BOOLEAN [-] 期限を過ぎて終わっていないか / past its day and still open
-- column: as_of DATE [年月日] いつの時点で / judged on
WITH judged AS (
    SELECT wave, unit AS owner_unit, unit_ja AS owner_unit_ja, unit_en AS owner_unit_en, text_ja, text_en, owner, due, state, state IN ('受付', '対応中') AS is_open,
           coalesce(state IN ('受付', '対応中') AND due < as_of, false) AS past_due, as_of
    FROM actions
    CROSS JOIN follow_up_as_of
    WHERE wave = $wave::VARCHAR AND ($ward::VARCHAR = 'all' OR coalesce(ward, 'HQ') = $ward::VARCHAR)
)

SELECT wave, owner_unit, owner_unit_ja, owner_unit_en, text_ja, text_en, owner, due, state, is_open, past_due, as_of
FROM judged
ORDER BY past_due DESC, is_open DESC, due NULLS LAST, owner_unit, text_ja
