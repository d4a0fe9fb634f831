-- 設問変更と組織改編をまたぐ変化は示さない。
-- No change is given across a reworded item or a reorganisation.
SELECT DISTINCT cells.wave, cells.view, cells.member, cells.measure, breaks.kind
FROM cells
JOIN breaks
  ON breaks.wave = cells.wave AND breaks.view = cells.view
 AND breaks.member IN ('*', cells.member) AND breaks.measure IN ('*', cells.measure)
WHERE cells.change IS NOT NULL
ORDER BY cells.wave, cells.view, cells.member, cells.measure, breaks.kind
