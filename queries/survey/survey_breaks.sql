-- question: ある単位の指標の線は、どの回で切れるか。
-- english: At which survey does a line break?
-- grain: wave, kind
-- param: measure VARCHAR 指標。省略時は motivation / default: motivation
-- param: view VARCHAR 切り口。省略時は city / default: city
-- param: member VARCHAR 単位。省略時は all / default: all
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: kind VARCHAR [-] 設問変更・組織改編 / item reworded, reorganisation
SELECT DISTINCT wave, kind
FROM breaks
WHERE measure IN ('*', coalesce($measure::VARCHAR, 'motivation'))
  AND view = coalesce($view::VARCHAR, 'city')
  AND member IN ('*', coalesce($member::VARCHAR, 'all'))
ORDER BY wave, kind
