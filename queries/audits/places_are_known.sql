-- 値・課題・派遣・研究が指す地域は、すべて地域の表にある。
-- Every area that values, issues, dispatches and studies point to is in the table of areas.
SELECT pointing.table_name, pointing.area_kind, pointing.area
FROM (
    SELECT 'indicator_values' AS table_name, area_kind, area FROM indicator_values
    UNION
    SELECT 'issues', area_kind, area FROM issues
    UNION
    SELECT 'dispatches', area_kind, area FROM dispatches
    UNION
    SELECT 'dispatch_reports', area_kind, area FROM dispatch_reports
    UNION
    SELECT 'association_facts', 'association', association FROM association_facts
    UNION
    SELECT 'project_wards', 'ward', ward FROM project_wards WHERE EXISTS (SELECT 1 FROM areas)
) AS pointing
ANTI JOIN areas ON areas.area_kind = pointing.area_kind AND areas.area = pointing.area
ORDER BY pointing.table_name, pointing.area_kind, pointing.area
