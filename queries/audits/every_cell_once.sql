-- どの回・単位・指標にも、ちょうど一つのセルがある。
-- Every survey, member and measure has exactly one cell, and no cell has a key of its own.
WITH expected AS (
    SELECT waves.wave, members.view, members.member, measures.measure
    FROM waves
    CROSS JOIN members
    CROSS JOIN measures
),

counted AS (
    SELECT wave, view, member, measure, count(*) AS copies
    FROM cells
    GROUP BY wave, view, member, measure
)

SELECT wave, view, member, measure, copies
FROM expected
FULL JOIN counted USING (wave, view, member, measure)
WHERE copies IS DISTINCT FROM 1
   OR NOT EXISTS (
       SELECT 1
       FROM expected AS known
       WHERE known.wave = counted.wave AND known.view = counted.view
         AND known.member = counted.member AND known.measure = counted.measure
   )
ORDER BY wave, view, member, measure
