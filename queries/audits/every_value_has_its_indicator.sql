-- どの値も一覧にある指標のもので、率の分子と分母も一覧にあり、どの指標にも値があり、値の時点は表の時点より後ではない。
-- Every value is of an indicator on the list, as are both parts of a rate; none has no value, none a day after the data.
SELECT coalesce(indicators.indicator, valued.indicator) AS indicator, valued.newest
FROM indicators
FULL JOIN (
    SELECT indicator, max(as_of) AS newest FROM indicator_values GROUP BY indicator
) AS valued ON valued.indicator = indicators.indicator
LEFT JOIN places_as_of ON true
WHERE indicators.indicator IS NULL
   OR valued.indicator IS NULL
   OR valued.newest > places_as_of.as_of
   OR (indicators.numerator IS NULL) <> (indicators.denominator IS NULL)
   OR indicators.numerator NOT IN (SELECT part.indicator FROM indicators AS part)
   OR indicators.denominator NOT IN (SELECT part.indicator FROM indicators AS part)
ORDER BY indicator
