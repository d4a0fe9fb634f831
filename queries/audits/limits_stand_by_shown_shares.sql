-- 揺れの範囲は、表示している割合にだけ付き、そこから出る。秘匿の値からは何も作らない。
-- Limits stand by shown shares alone and are made of them; nothing is made of a withheld one.
WITH shown AS (
    SELECT area_kind, area, fiscal_year, indicator, value, numerator, denominator
    FROM indicator_values
    WHERE status = '表示'
),

overall AS (
    SELECT area_kind, fiscal_year, indicator, 100 * sum(numerator) / sum(denominator) AS share
    FROM shown
    JOIN rate_limits USING (area_kind, area, fiscal_year, indicator)
    GROUP BY area_kind, fiscal_year, indicator
)

SELECT area_kind, area, fiscal_year, indicator, limits.smoothed, shown.value
FROM rate_limits AS limits
LEFT JOIN shown USING (area_kind, area, fiscal_year, indicator)
LEFT JOIN overall USING (area_kind, fiscal_year, indicator)
WHERE shown.value IS NULL
   OR abs(limits.overall - overall.share) > 1e-6
   OR limits.smoothed NOT BETWEEN least(shown.value, limits.overall) - 1e-6 AND greatest(shown.value, limits.overall) + 1e-6
   OR (limits.beyond IS NOT NULL) <> (shown.value > limits.hi998 + 1e-9 OR shown.value < limits.lo998 - 1e-9)
ORDER BY area_kind, area, fiscal_year, indicator
