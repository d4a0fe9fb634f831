-- question: どの指標が、更新の周期を過ぎているか。
-- english: Which indicators are older than their cycle?
-- grain: indicator
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: label_ja VARCHAR [-] 名称 / label in Japanese
-- column: label_en VARCHAR [-] 英語名 / label in English
-- column: cycle_months INTEGER [月] 更新の周期 / months between updates
-- column: newest DATE [年月日] 最も新しい値の時点 / day of the newest value
-- column: due DATE [年月日] 次の更新の期限 / day by which the next was due
-- column: late BOOLEAN [-] 周期を過ぎているか / older than its cycle
-- column: as_of DATE [年月日] いつの時点で / judged on
WITH newest AS (
    SELECT indicator, max(as_of) AS newest
    FROM indicator_values
    WHERE status <> 'データなし' AND as_of IS NOT NULL
    GROUP BY indicator
)

SELECT indicators.indicator, label_ja, label_en, cycle_months, newest, (newest + to_months(cycle_months))::DATE AS due,
       coalesce(newest + to_months(cycle_months) < today.as_of, false) AS late, today.as_of
FROM indicators
JOIN newest ON newest.indicator = indicators.indicator
CROSS JOIN places_as_of AS today
ORDER BY indicators.sort_no, indicators.indicator
