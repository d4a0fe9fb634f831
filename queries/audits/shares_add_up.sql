-- 設問の肯定・中立・否定の割合は、合わせて100%になる（表示の刻みまで）。値は肯定の割合である。
-- An item's three shares add up to 100 % (up to the steps they are told in), and its value is the first.
SELECT wave, view, member, measure, fav, neu, unf
FROM cells
WHERE status = '表示' AND fav IS NOT NULL
  AND (value IS DISTINCT FROM fav OR abs(fav + neu + unf - 100) > 0.2 + 150 * greatest($step::INTEGER, n // 100) / n)
ORDER BY wave, view, member, measure
