-- question: ある切り口の線は、どの回で、なぜ切れるか。
-- english: At which surveys do the lines of a view break, and why?
-- grain: wave, view, member, measure, kind
-- param: view VARCHAR 切り口。省略時は city / default: city
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位。* は全て / member; *: every member
-- column: measure VARCHAR [-] 指標。* は全て / measure; *: every measure
-- column: kind VARCHAR [-] 設問変更・組織改編 / item reworded, reorganisation
SELECT wave, view, member, measure, kind
FROM breaks
WHERE view = coalesce($view::VARCHAR, 'city')
ORDER BY wave, view, member, measure, kind
