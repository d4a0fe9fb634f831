-- question: どの指標が、更新の周期を過ぎているか。
-- english: Which indicators are older than their cycle?
-- grain: indicator
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: label_ja VARCHAR [-] 名称 / label in Japanese
-- column: label_en VARCHAR [-] 英語名 / label in English
-- column: cycle_months INTEGER [月] 更新の周期 / months between updates
-- column: newest DATE [年月日] 最も新しい値の時点 / day of the newest value
-- column: due DATE [年月日] 次の更新の期限 / day by which the next was due
-- column: freshness VARCHAR [-] 最新・更新時期・更新遅れ・随時 / up to date, due, overdue, no cycle
-- column: late BOOLEAN [-] 周期を過ぎているか / older than its cycle
-- column: as_of DATE [年月日] いつの時点で / judged on
SELECT indicators.indicator, label_ja, label_en, cycle_months, newest, due, freshness, freshness = '更新遅れ' AS late,
       indicators_today.as_of
FROM indicators
JOIN indicators_today ON indicators_today.indicator = indicators.indicator
ORDER BY indicators.sort_no, indicators.indicator
