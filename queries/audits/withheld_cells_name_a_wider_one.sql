-- 秘匿したセルは、見ることのできる、より広い単位を示す。ほかのセルは示さない。
-- A withheld cell names a wider member that shows the same measure, unless nothing in the city does; no other cell does.
SELECT cells.wave, cells.view, cells.member, cells.measure, cells.wider_view, cells.wider_member
FROM cells
LEFT JOIN cells AS wider
  ON wider.wave = cells.wave AND wider.measure = cells.measure
 AND wider.view = cells.wider_view AND wider.member = cells.wider_member AND wider.status = '表示'
LEFT JOIN cells AS city
  ON city.wave = cells.wave AND city.measure = cells.measure AND city.view = 'city' AND city.status = '表示'
WHERE cells.status = '秘匿' AND cells.view <> 'city' AND wider.wave IS NULL AND city.wave IS NOT NULL
   OR cells.status <> '秘匿' AND coalesce(cells.wider_view, cells.wider_member) IS NOT NULL
ORDER BY cells.wave, cells.view, cells.member, cells.measure
