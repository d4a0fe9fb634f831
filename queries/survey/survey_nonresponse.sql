-- question: 回答しなかった職員により、市全体と各区の結果はどれだけ変わりうるか。
-- english: How far could those who did not answer change the result of the city and its wards?
-- grain: wave, view, member, measure
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- param: measure VARCHAR 指標。省略時は motivation / default: motivation
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: measure VARCHAR [-] 指標 / measure
-- column: value DOUBLE [指標の単位] 表示値（重みを付けない）。秘匿・データなしは空 / published, unweighted; null when withheld or no data
-- column: lo DOUBLE [指標の単位] 95%信頼区間の下端 / lower end of the 95% interval
-- column: hi DOUBLE [指標の単位] 95%信頼区間の上端 / upper end of the 95% interval
-- column: bound VARCHAR [-] 端の符号化（≥・≤）。このとき値と区間は空 / coded end: then value and interval are null
-- column: bound_at DOUBLE [%] 符号化した端の値（以上・以下） / at least, or at most, so much
-- column: n INTEGER [人] 有効回答者数 / valid answers
-- column: asked INTEGER [人] 対象職員数 / staff asked
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: raked DOUBLE [指標の単位] 局・職位・年齢の構成を対象職員にそろえた値。集計値のみの回は空 / weighted to the staff by bureau, grade and age
-- column: raked_lo DOUBLE [指標の単位] その95%信頼区間の下端 / lower end of its interval
-- column: raked_hi DOUBLE [指標の単位] その95%信頼区間の上端 / upper end of its interval
-- column: design_effect DOUBLE [倍] 重みによる分散の拡大（1+CV²）/ by how much uneven weights widen a variance
-- column: least DOUBLE [指標の単位] 回答しなかった全員が最も否定的な場合 / if everyone silent were least favourable
-- column: most DOUBLE [指標の単位] 回答しなかった全員が最も肯定的な場合 / if everyone silent were most favourable
SELECT cells.wave, cells.view, cells.member, cells.measure, cells.value, cells.lo, cells.hi, cells.bound, cells.bound_at, cells.n, cells.asked, cells.status, told.raked, told.raked_lo, told.raked_hi, told.design_effect, told.least, told.most
FROM cells
JOIN members USING (view, member)
LEFT JOIN nonresponse AS told USING (wave, view, member, measure)
WHERE cells.wave = coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held))
  AND cells.measure = coalesce($measure::VARCHAR, 'motivation')
  AND cells.view IN ('city', 'ward')
ORDER BY cells.view, members.sort_no, cells.member
