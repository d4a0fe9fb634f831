-- 合計が見える地域の中で、秘匿の地域が一つだけということはない。引けば分かるからである。
-- Under a total that is shown no place is withheld alone: subtraction would give it back.
WITH withheld AS (
    SELECT CASE areas.area_kind WHEN 'association' THEN 'district' WHEN 'district' THEN 'ward' ELSE 'city' END AS above,
           CASE areas.area_kind WHEN 'association' THEN areas.district WHEN 'district' THEN areas.ward ELSE 'all' END
               AS parent,
           areas.area, fiscal_year, indicator
    FROM indicator_values
    JOIN areas ON areas.area_kind = indicator_values.area_kind AND areas.area = indicator_values.area
    JOIN indicators USING (indicator)
    WHERE status = '秘匿' AND additive AND list_contains($units, unit_ja)
)

SELECT total.area_kind, total.area, total.fiscal_year, total.indicator, any_value(withheld.area) AS alone
FROM indicator_values AS total
JOIN withheld
  ON withheld.above = total.area_kind AND withheld.parent = total.area
 AND withheld.fiscal_year = total.fiscal_year AND withheld.indicator = total.indicator
WHERE total.status = '表示'
GROUP BY total.area_kind, total.area, total.fiscal_year, total.indicator
HAVING count(*) = 1
ORDER BY total.area_kind, total.area, total.fiscal_year, total.indicator
