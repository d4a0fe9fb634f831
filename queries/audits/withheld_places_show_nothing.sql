-- 秘匿とデータなしの値には、キーと状態のほかに数がない。
-- A value that is withheld or has no data holds no number.
SELECT area_kind, area, fiscal_year, indicator, status
FROM indicator_values
WHERE status <> '表示' AND coalesce(value, numerator, denominator, parts, parts_of) IS NOT NULL
   OR status = '表示' AND value IS NULL
ORDER BY area_kind, area, fiscal_year, indicator
