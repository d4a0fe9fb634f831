-- 表示するセルの後ろには、必ず k 人以上の有効回答がある。
-- Behind every cell shown stand at least k valid answers.
SELECT wave, view, member, measure, n
FROM cells
WHERE status = '表示' AND coalesce(n, 0) < $k::INTEGER
ORDER BY wave, view, member, measure
