-- 地域・指標・値・課題・研究のキーは一度だけ現れる。
-- Keys of areas, indicators, values, issues and studies appear once.
SELECT 'areas' AS table_name, area_kind || ' ' || area AS key, count(*) AS count
FROM areas GROUP BY area_kind, area HAVING count(*) > 1
UNION ALL
SELECT 'indicators', indicator, count(*) FROM indicators GROUP BY indicator HAVING count(*) > 1
UNION ALL
SELECT 'indicator_values', concat_ws(' ', area_kind, area, fiscal_year, indicator), count(*)
FROM indicator_values GROUP BY area_kind, area, fiscal_year, indicator HAVING count(*) > 1
UNION ALL
SELECT 'issues', issue, count(*) FROM issues GROUP BY issue HAVING count(*) > 1
UNION ALL
SELECT 'projects', project, count(*) FROM projects GROUP BY project HAVING count(*) > 1
ORDER BY table_name, key
