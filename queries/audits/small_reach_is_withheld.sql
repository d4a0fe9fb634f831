-- 庁内SNSの人の数は、k人未満なら出ない。
-- No count of people on the internal network that is shown is under k, but for a true zero.
SELECT counts.table_name, counts.key, counts.count
FROM (
    SELECT 'vision_reach reached' AS table_name, concat_ws(' ', post, bureau) AS key, reached AS count FROM vision_reach
    UNION ALL
    SELECT 'vision_posts reached', post, reached FROM vision_posts
    UNION ALL
    SELECT 'vision_posts reactions', post, reactions FROM vision_posts
    UNION ALL
    SELECT 'vision_posts replies', post, replies FROM vision_posts
    UNION ALL
    SELECT 'vision_bureaus reactions', concat_ws(' ', fiscal_year, bureau), reactions FROM vision_bureaus
    UNION ALL
    SELECT 'vision_bureaus replies', concat_ws(' ', fiscal_year, bureau), replies FROM vision_bureaus
    UNION ALL
    SELECT 'vision_bureaus crossing', concat_ws(' ', fiscal_year, bureau), crossing FROM vision_bureaus
    UNION ALL
    SELECT 'vision_exchange replies', concat_ws(' ', fiscal_year, from_bureau, to_bureau), replies FROM vision_exchange
) AS counts
WHERE counts.count BETWEEN 1 AND $k - 1
ORDER BY counts.table_name, counts.key
