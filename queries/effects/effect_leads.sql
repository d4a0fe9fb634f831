-- question: 一緒に始めた部署は、始める前から動きが違ったか。
-- english: Did departments that start together already move differently before?
-- grain: effect, bureau, start
-- column: effect VARCHAR [-] 提言と成果 / programme and outcome
-- column: bureau VARCHAR [-] 局・区役所 / bureau
-- column: start INTEGER [年度] 始めた年度 / fiscal year of the start
-- column: units INTEGER [部署] 部署の数 / departments
-- column: slope DOUBLE [成果の単位] 調査1回当たりの、ほかより多い動き / change a survey beyond that of others
-- column: smallest DOUBLE [成果の単位] 5回に4回は見分けられる最小の動き / smallest one seen in 4 of 5 cases
-- column: p DOUBLE [-] 無作為に選んだ組がこれ以上離れる割合 / share of random groups as far apart
-- column: called BOOLEAN [-] 動きが違ったと言えるか / whether it can be said
SELECT effect, bureau, start, units, slope, smallest, p, called
FROM effect_leads
ORDER BY effect, bureau, start
