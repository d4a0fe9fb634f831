-- 市全体から表示した単位を引いても、1人以上 k 人未満は残らない。
-- Taking the members shown from the city never leaves 1 to k-1 people, on any item or on the respondents.
WITH shown AS (
    SELECT wave, view, measure, sum(n) AS people
    FROM cells
    WHERE view <> 'city' AND status = '表示'
    GROUP BY wave, view, measure
),

city AS (
    SELECT wave, measure, n
    FROM cells
    WHERE view = 'city' AND status = '表示'
)

SELECT wave, shown.view, measure, city.n - shown.people AS remaining
FROM shown
JOIN city USING (wave, measure)
JOIN measures USING (measure)
WHERE (measures.kind IN ('item', 'rate') OR measure = 'motivation')
  AND city.n - shown.people BETWEEN 1 AND $k::INTEGER - 1
ORDER BY wave, shown.view, measure
