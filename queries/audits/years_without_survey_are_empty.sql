-- 未実施の年度に値はない。
-- A year without a survey has no number.
SELECT cells.wave, cells.view, cells.member, cells.measure, cells.status
FROM cells
JOIN waves USING (wave)
WHERE NOT waves.held AND cells.status <> 'データなし'
ORDER BY cells.wave, cells.view, cells.member, cells.measure
