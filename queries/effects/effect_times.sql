-- question: 始める前と後で、差はどう動いたか。
-- english: How did the difference move before and after the start?
-- grain: event_time
-- param: effect VARCHAR 提言と成果。省略時は dispatch_staff / programme and outcome; default: dispatch_staff
-- column: effect VARCHAR [-] 提言と成果 / programme and outcome
-- column: event_time INTEGER [回・年] 始めた最初の調査（地域は年）から数えて / periods from the first under the programme
-- column: value DOUBLE [成果の単位] 差。比べる基準は0 / difference; 0 at the time compared with
-- column: lo DOUBLE [成果の単位] 95%信頼区間の下端。述べるだけのときと基準は空 / lower end; null where described only
-- column: hi DOUBLE [成果の単位] 95%信頼区間の上端 / upper end
-- column: n INTEGER [まとまり] 値が基づくまとまり / groups behind it
-- column: is_pre BOOLEAN [-] 始める前か / before the start
SELECT effect, event_time, value, lo, hi, n, is_pre
FROM effect_times
WHERE effect = coalesce($effect::VARCHAR, 'dispatch_staff')
ORDER BY event_time
