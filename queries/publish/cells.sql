-- Every cell, for comparison with what the kept sources give.
SELECT *
FROM cells
ORDER BY wave, view, member, measure
