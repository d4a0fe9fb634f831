-- 返信はすべて、その年度に導入している局・区役所の間のもので、どの組も一度だけ現れる。
-- Every reply runs between bureaus that are on the network in that year; every pair of them stands once.
SELECT pairs.fiscal_year, pairs.from_bureau, pairs.to_bureau, pairs.count
FROM (
    SELECT coalesce(cells.fiscal_year, known.fiscal_year) AS fiscal_year,
           coalesce(cells.from_bureau, known.from_bureau) AS from_bureau,
           coalesce(cells.to_bureau, known.to_bureau) AS to_bureau,
           count(cells.from_bureau) AS count, count(known.from_bureau) AS known
    FROM vision_exchange AS cells
    FULL JOIN (
        SELECT sender.fiscal_year, sender.bureau AS from_bureau, receiver.bureau AS to_bureau
        FROM vision_bureaus AS sender
        JOIN vision_bureaus AS receiver ON receiver.fiscal_year = sender.fiscal_year
        WHERE sender.bureau <> 'all' AND receiver.bureau <> 'all'
    ) AS known
      ON known.fiscal_year = cells.fiscal_year AND known.from_bureau = cells.from_bureau
     AND known.to_bureau = cells.to_bureau
    GROUP BY ALL
) AS pairs
WHERE EXISTS (SELECT 1 FROM vision_exchange) AND (pairs.count <> 1 OR pairs.known <> 1)
ORDER BY pairs.fiscal_year, pairs.from_bureau, pairs.to_bureau
