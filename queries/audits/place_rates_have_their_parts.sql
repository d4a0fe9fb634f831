-- 率は、分子を分母で割ったものに等しい。
-- A rate equals its numerator over its denominator.
SELECT area_kind, area, fiscal_year, indicator, value, indicator_values.numerator, indicator_values.denominator
FROM indicator_values
JOIN indicators USING (indicator)
WHERE indicators.numerator IS NOT NULL AND status = '表示'
  AND (indicator_values.numerator IS NULL OR coalesce(indicator_values.denominator, 0) <= 0
       OR abs(value - if(unit_ja = '%', 100, 1) * indicator_values.numerator / indicator_values.denominator) > 1e-6)
ORDER BY area_kind, area, fiscal_year, indicator
