-- 局ごとの数の合計は、発信や年度の合計に等しい。秘匿があれば、二つ以上で合わせてk以上である。
-- Counts by bureau sum to the total of the post or year; where some are withheld they are two or more, and k or more.
WITH sums AS (
    SELECT 'reached by post' AS what, post AS key, any_value(vision_posts.reached) AS total,
           sum(vision_reach.reached) AS shown, count(*) - count(vision_reach.reached) AS withheld
    FROM vision_posts
    JOIN vision_reach USING (post)
    GROUP BY post
    UNION ALL
    SELECT 'reactions by year', fiscal_year::VARCHAR, max(reactions) FILTER (WHERE bureau = 'all'),
           sum(reactions) FILTER (WHERE bureau <> 'all'),
           count(*) FILTER (WHERE bureau <> 'all' AND reactions IS NULL)
    FROM vision_bureaus
    GROUP BY fiscal_year
    UNION ALL
    SELECT 'replies by year', fiscal_year::VARCHAR, max(replies) FILTER (WHERE bureau = 'all'),
           sum(replies) FILTER (WHERE bureau <> 'all'),
           count(*) FILTER (WHERE bureau <> 'all' AND replies IS NULL)
    FROM vision_bureaus
    GROUP BY fiscal_year
    UNION ALL
    SELECT 'reactions of posts', vision_posts.fiscal_year::VARCHAR, any_value(vision_bureaus.reactions),
           sum(vision_posts.reactions), count(*) - count(vision_posts.reactions)
    FROM vision_posts
    JOIN vision_bureaus ON vision_bureaus.fiscal_year = vision_posts.fiscal_year AND bureau = 'all'
    WHERE post IN (SELECT post FROM vision_reach)
    GROUP BY vision_posts.fiscal_year
    UNION ALL
    SELECT 'replies of posts', vision_posts.fiscal_year::VARCHAR, any_value(vision_bureaus.replies),
           sum(vision_posts.replies), count(*) - count(vision_posts.replies)
    FROM vision_posts
    JOIN vision_bureaus ON vision_bureaus.fiscal_year = vision_posts.fiscal_year AND bureau = 'all'
    WHERE post IN (SELECT post FROM vision_reach)
    GROUP BY vision_posts.fiscal_year
)

SELECT what, key, total, shown, withheld
FROM sums
WHERE CASE WHEN total IS NULL THEN shown IS NOT NULL
           WHEN withheld = 0 THEN shown <> total
           ELSE withheld = 1 OR total - coalesce(shown, 0) < $k END
ORDER BY what, key
