-- Every break, for comparison with what the kept sources give.
SELECT *
FROM breaks
ORDER BY wave, view, member, measure, kind
