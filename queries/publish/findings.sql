-- Every finding, for comparison with what the kept sources give.
SELECT *
FROM findings
ORDER BY page, wave, view, member, measure
