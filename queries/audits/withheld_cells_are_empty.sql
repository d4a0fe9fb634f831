-- 秘匿とデータなしのセルには、キーと状態のほかに何もない。
-- A cell that is withheld or has no data holds its keys and status and nothing else.
SELECT wave, view, member, measure, status
FROM cells
WHERE status <> '表示'
  AND coalesce(value, lo, hi, n, asked, change, change_lo, change_hi, fav, neu, unf, mean) IS NOT NULL
   OR status <> '表示' AND (bound IS NOT NULL OR news IS NOT NULL)
ORDER BY wave, view, member, measure
