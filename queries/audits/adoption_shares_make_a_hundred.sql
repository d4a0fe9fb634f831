-- 未定、施策化、施策化に至らずの割合はどの日にも合わせて100%で、施策化と施策化に至らずは減らず、5件未満では示さない。
-- Undecided, adopted and not adopted make 100 % on every day, no end is taken back, and fewer than five have no curve.
SELECT steps.ward, steps.origin, days, undecided, steps.adopted, steps.not_adopted
FROM (
    SELECT ward, origin, days, undecided, adopted, not_adopted,
           lag(adopted) OVER course AS adopted_before, lag(not_adopted) OVER course AS not_adopted_before
    FROM adoption_steps
    WINDOW course AS (PARTITION BY ward, origin ORDER BY days)
) AS steps
LEFT JOIN adoption_groups AS groups ON groups.ward = steps.ward AND groups.origin = steps.origin
WHERE abs(undecided + steps.adopted + steps.not_adopted - 100) > 0.01
   OR steps.adopted < adopted_before OR steps.not_adopted < not_adopted_before
   OR coalesce(groups.projects, 0) < 5
ORDER BY steps.ward, steps.origin, days
