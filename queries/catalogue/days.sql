-- question: 庁内SNSの記録と、答弁・取組の記録は、いつまでのものか。
-- english: How far do the records of the internal network, and of answers and actions, reach?
-- grain: subject
-- column: subject VARCHAR [-] vision（庁内SNS）か actions（答弁・取組）/ vision or actions
-- column: as_of DATE [年月日] 最も新しい日、またはいつの時点で見るか / the newest day, or the day they are judged by
SELECT days.subject, days.as_of
FROM (
    SELECT 'vision' AS subject, max(posted_on) AS as_of FROM vision_posts
    UNION ALL
    SELECT 'actions', as_of FROM follow_up_as_of
    WHERE EXISTS (SELECT 1 FROM actions) OR EXISTS (SELECT 1 FROM answers_given)
) AS days
WHERE days.as_of IS NOT NULL
ORDER BY days.subject
