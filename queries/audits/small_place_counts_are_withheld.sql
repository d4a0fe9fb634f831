-- 一つの自治会の人や世帯の小さな数は、数としても率の分子や分母としても出ない。
-- A small count of people or households at one association shows neither as a count nor as a part of a rate.
SELECT area, fiscal_year, indicator, value, indicator_values.numerator, indicator_values.denominator
FROM indicator_values
JOIN indicators USING (indicator)
LEFT JOIN indicators AS part ON part.indicator = indicators.numerator
LEFT JOIN indicators AS whole ON whole.indicator = indicators.denominator
WHERE area_kind = 'association' AND status = '表示'
  AND (indicators.numerator IS NULL AND list_contains($units, indicators.unit_ja)
       AND value >= 1 AND value < $small
       OR list_contains($units, part.unit_ja)
       AND indicator_values.numerator >= 1 AND indicator_values.numerator < $small
       OR list_contains($units, whole.unit_ja)
       AND indicator_values.denominator >= 1 AND indicator_values.denominator < $small)
ORDER BY area, fiscal_year, indicator
