-- 調査回・単位・指標・輪郭・出典・文章のキーは重ならない。
-- Keys of waves, members, measures, outlines and findings are unique.
SELECT 'waves' AS place, wave AS key FROM waves GROUP BY wave HAVING count(*) > 1
UNION ALL
SELECT 'members', view || '/' || member FROM members GROUP BY view, member HAVING count(*) > 1
UNION ALL
SELECT 'measures', measure FROM measures GROUP BY measure HAVING count(*) > 1
UNION ALL
SELECT 'outlines', layer || '/' || code FROM outlines GROUP BY layer, code HAVING count(*) > 1
UNION ALL
SELECT 'findings', concat_ws('/', page, wave, view, member, measure)
FROM findings
GROUP BY page, wave, view, member, measure
HAVING count(*) > 1
ORDER BY place, key
