-- 前後の差は効果ごとにあり、比べる基準は0である。p は区の単位にはない。
-- Differences before and after belong to an effect; the one compared with is 0; no key stands twice.
SELECT effect, event_time, value
FROM effect_times
WHERE effect NOT IN (SELECT effect FROM effects) OR event_time = -1 AND (value <> 0 OR lo IS NOT NULL)
GROUP BY effect, event_time, value
UNION ALL
SELECT effect, event_time, NULL AS value
FROM effect_times
GROUP BY effect, event_time
HAVING count(*) > 1
ORDER BY effect, event_time
