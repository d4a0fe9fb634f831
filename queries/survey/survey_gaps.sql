-- question: 三つの課題の得点は、単位ごとにどうか。
-- english: How large are the three gaps in every member of a view?
-- grain: wave, view, member, measure
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- param: view VARCHAR 切り口。省略時は city / default: city
-- param: parent VARCHAR 区・局の内訳だけ。省略時は全て / only what splits this ward or bureau; default: all
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: measure VARCHAR [-] 指標 / measure
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: lo DOUBLE [指標の単位] 95%信頼区間の下端 / lower end of the 95% interval
-- column: hi DOUBLE [指標の単位] 95%信頼区間の上端 / upper end of the 95% interval
-- column: bound VARCHAR [-] 端の符号化（≥・≤）。このとき値・区間・内訳・変化は空 / coded end: then value, interval, split and change are null
-- column: bound_at DOUBLE [%] 符号化した端の値（以上・以下） / at least, or at most, so much
-- column: n INTEGER [人] 有効回答者数 / valid answers
-- column: asked INTEGER [人] 対象職員数 / staff asked
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: change DOUBLE [指標の差の単位] 前回からの変化 / change on the last survey
-- column: change_lo DOUBLE [指標の差の単位] 変化の95%信頼区間の下端 / lower end of its interval
-- column: change_hi DOUBLE [指標の差の単位] 変化の95%信頼区間の上端 / upper end of its interval
-- column: news BOOLEAN [-] 多重比較を調整しても差があるか。区間がなければ空 / still a change when all members are compared at once; null without an interval
-- column: wider_view VARCHAR [-] 秘匿のとき、見ることのできる最も近い広い切り口 / withheld: view of the nearest wider member shown
-- column: wider_member VARCHAR [-] その単位 / that member
SELECT cells.wave, cells.view, cells.member, cells.measure, value, lo, hi, bound, bound_at, n, asked, status, change, change_lo, change_hi, news, wider_view, wider_member
FROM cells
JOIN members USING (view, member)
JOIN measures ON measures.measure = cells.measure AND starts_with(measures.measure, 'gap_')
WHERE cells.wave = coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held))
  AND cells.view = coalesce($view::VARCHAR, 'city')
  AND (nullif($parent::VARCHAR, 'all') IS NULL OR members.parent = $parent::VARCHAR)
ORDER BY members.sort_no, cells.member, measures.sort_no, cells.measure
