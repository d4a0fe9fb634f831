-- 合計は、足した地域の値の和に等しい（校区は区に、区は市に足し上がる）。
-- A sum equals the values it was made of: districts add up to wards, wards to the city.
WITH sums AS (
    SELECT parent.area_kind, parent.area, parent.fiscal_year, parent.indicator, parent.value,
           parent.numerator, parent.denominator, parent.parts, indicators.numerator IS NOT NULL AS is_rate
    FROM indicator_values AS parent
    JOIN indicators USING (indicator)
    WHERE parent.basis = '合計' AND parent.status = '表示'
),

below AS (
    SELECT areas.area_kind, areas.area, child.fiscal_year, child.indicator,
           CASE areas.area_kind WHEN 'association' THEN 'district' WHEN 'district' THEN 'ward' ELSE 'city' END AS above,
           CASE areas.area_kind WHEN 'association' THEN areas.district WHEN 'district' THEN areas.ward ELSE 'all' END
               AS parent,
           child.value, child.numerator, child.denominator,
           coalesce(child.parts, 1) AS parts
    FROM indicator_values AS child
    JOIN areas ON areas.area_kind = child.area_kind AND areas.area = child.area
    WHERE child.status = '表示'
)

SELECT sums.area_kind, sums.area, sums.fiscal_year, sums.indicator, any_value(sums.value) AS value,
       sum(below.value) AS parts_sum
FROM sums
JOIN below
  ON below.above = sums.area_kind AND below.parent = sums.area
 AND below.fiscal_year = sums.fiscal_year AND below.indicator = sums.indicator
GROUP BY sums.area_kind, sums.area, sums.fiscal_year, sums.indicator
HAVING sum(below.parts) = any_value(sums.parts)  -- fewer: some part is withheld, and its sum could give it back
   AND CASE WHEN any_value(sums.is_rate)
            THEN abs(sum(below.numerator) - any_value(sums.numerator))
                 + abs(sum(below.denominator) - any_value(sums.denominator))
            ELSE abs(sum(below.value) - any_value(sums.value)) END > 1e-6
ORDER BY sums.area_kind, sums.area, sums.fiscal_year, sums.indicator
