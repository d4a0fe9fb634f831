-- 秘匿とデータなしのセルには数値がない。端を符号化したセルには値・区間・内訳・平均・変化がない。
-- A cell that is withheld or has no data holds no number; one with a coded end no value, interval, split or change.
SELECT wave, view, member, measure, status
FROM cells
WHERE status <> '表示'
  AND coalesce(value, lo, hi, bound_at, n, asked, change, change_lo, change_hi, fav, neu, unf, mean) IS NOT NULL
   OR status <> '表示' AND (bound IS NOT NULL OR news IS NOT NULL)
   OR bound IS NOT NULL AND coalesce(value, lo, hi, change, change_lo, change_hi, fav, neu, unf, mean) IS NOT NULL
ORDER BY wave, view, member, measure
