-- Every row on non-response, for comparison with what the kept sources give.
SELECT *
FROM nonresponse
ORDER BY wave, view, member, measure
