-- Every association, for comparison with what the kept sources give.
SELECT *
FROM drivers
ORDER BY wave, view, member, measure
