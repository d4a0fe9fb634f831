-- 変化は、直前に実施した回との差であり、どちらも表示されている。
-- A change is the difference from the last survey held, both shown, and lies inside its interval.
WITH held AS (
    SELECT wave, lag(wave) OVER (ORDER BY wave) AS previous
    FROM waves
    WHERE held
)

SELECT cells.wave, cells.view, cells.member, cells.measure, cells.change, cells.value - before.value AS difference
FROM cells
LEFT JOIN held USING (wave)
LEFT JOIN cells AS before
  ON before.wave = held.previous AND before.view = cells.view AND before.member = cells.member
 AND before.measure = cells.measure AND before.status = '表示'
WHERE cells.change IS NOT NULL
  AND (
      before.value IS NULL OR abs(cells.change - (cells.value - before.value)) > 1e-9
      OR NOT cells.change BETWEEN coalesce(cells.change_lo, cells.change) AND coalesce(cells.change_hi, cells.change)
      OR cells.change_lo IS NULL AND cells.measure <> 'response_rate'
  )
ORDER BY cells.wave, cells.view, cells.member, cells.measure
