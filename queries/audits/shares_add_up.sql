-- 設問の肯定・中立・否定の割合は、合わせて100%になる（集計値は小数第1位の丸めまで）。
-- An item's three shares add up to 100 % (results given with one decimal: up to rounding), and its value is the first.
SELECT wave, view, member, measure, fav, neu, unf
FROM cells
WHERE status = '表示' AND fav IS NOT NULL
  AND (value IS DISTINCT FROM fav OR abs(fav + neu + unf - 100) > 0.2)
ORDER BY wave, view, member, measure
