-- 効果は区の単位では示さない。述べるだけのものに区間と検定はなく、判断は区間と一致する。
-- No effect is of wards; what is described only has no interval and no test; the verdict agrees with the interval.
SELECT effect, unit_kind, outcome, verdict, value, lo, hi
FROM effects
WHERE unit_kind NOT IN ('department', 'bureau', 'association')
   OR described_only AND (coalesce(lo, hi, pre_p, placebo_p, mde) IS NOT NULL OR marks > 0 OR verdict <> 'unclear')
   OR verdict = 'found' AND lo <= 0 AND hi >= 0
   OR verdict = 'none' AND greatest(-lo, hi) >= meaningful
   OR verdict = 'doubtful' AND value IS NOT NULL
   OR marks <> mark_compared::INTEGER + mark_before::INTEGER + mark_size::INTEGER + mark_complete::INTEGER
              + mark_placebo::INTEGER
ORDER BY effect
