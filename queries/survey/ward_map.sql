-- question: 五つの区の値はどうか（地図の順）。
-- english: What is a measure in the wards, in map order?
-- grain: ward
-- param: measure VARCHAR 指標。省略時は motivation / default: motivation
-- param: period VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- column: ward VARCHAR [-] 区コード / ward code
-- column: value DOUBLE [指標の単位] 値。秘匿・データなしは空 / value; null when withheld or no data
-- column: lo DOUBLE [指標の単位] 95%信頼区間の下端 / lower end of the 95% interval
-- column: hi DOUBLE [指標の単位] 95%信頼区間の上端 / upper end of the 95% interval
-- column: bound VARCHAR [-] 端の符号化（≥・≤）。公表計画ができるまでは空 / end coding; null for now
-- column: n INTEGER [人] 有効回答者数 / valid answers
-- column: asked INTEGER [人] 対象職員数 / staff asked
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: change DOUBLE [指標の差の単位] 前回からの変化 / change on the last survey
-- column: change_lo DOUBLE [指標の差の単位] 変化の95%信頼区間の下端 / lower end of its interval
-- column: change_hi DOUBLE [指標の差の単位] 変化の95%信頼区間の上端 / upper end of its interval
-- column: news BOOLEAN [-] 多重比較を調整しても差があるか。区間がなければ空 / still a change when all members are compared at once; null without an interval
SELECT cells.member AS ward, value, lo, hi, bound, n, asked, status, change, change_lo, change_hi, news
FROM cells
JOIN members USING (view, member)
WHERE cells.wave = coalesce($period::VARCHAR, (SELECT max(wave) FROM waves WHERE held))
  AND cells.measure = coalesce($measure::VARCHAR, 'motivation')
  AND cells.view = 'ward'
  AND cells.member <> 'HQ'
ORDER BY members.sort_no, ward
