-- 返信の組の合計は、送った局の合計と、局の外へ出た合計に等しい。秘匿は一つだけでは残らない。
-- Replies by pair sum to those of the sender, and those within bureaus to what did not cross; none is withheld alone.
WITH sums AS (
    SELECT 'sender' AS what, cells.fiscal_year, cells.from_bureau AS bureau, any_value(vision_bureaus.replies) AS total,
           sum(cells.replies) AS shown, count(*) - count(cells.replies) AS withheld
    FROM vision_exchange AS cells
    JOIN vision_bureaus ON vision_bureaus.fiscal_year = cells.fiscal_year AND vision_bureaus.bureau = cells.from_bureau
    GROUP BY cells.fiscal_year, cells.from_bureau
    UNION ALL
    SELECT 'within', cells.fiscal_year, 'all', any_value(vision_bureaus.replies - crossing),
           sum(cells.replies), count(*) - count(cells.replies)
    FROM vision_exchange AS cells
    JOIN vision_bureaus ON vision_bureaus.fiscal_year = cells.fiscal_year AND vision_bureaus.bureau = 'all'
    WHERE from_bureau = to_bureau AND crossing IS NOT NULL
    GROUP BY cells.fiscal_year
)

SELECT what, fiscal_year, bureau, total, shown, withheld
FROM sums
WHERE CASE WHEN total IS NULL THEN shown IS NOT NULL
           WHEN withheld = 0 THEN shown <> total
           ELSE withheld = 1 OR total - coalesce(shown, 0) < $k END
ORDER BY what, fiscal_year, bureau
