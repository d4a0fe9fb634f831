-- question: 回答率は、局・区・職位・年齢ごとにどうか。
-- english: What is the response rate by bureau, ward, grade and age?
-- grain: wave, view, member
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: value DOUBLE [%] 回答率。秘匿・データなしは空 / response rate; null when withheld or no data
-- column: n INTEGER [人] 回答者数 / respondents
-- column: asked INTEGER [人] 対象職員数 / staff asked
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: wider_view VARCHAR [-] 秘匿のとき、見ることのできる最も近い広い切り口 / withheld: view of the nearest wider member shown
-- column: wider_member VARCHAR [-] その単位 / that member
SELECT cells.wave, cells.view, cells.member, cells.value, cells.n, cells.asked, cells.status, cells.wider_view, cells.wider_member
FROM cells
JOIN members USING (view, member)
WHERE cells.wave = coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held))
  AND cells.measure = 'response_rate'
  AND cells.view IN ('city', 'ward', 'bureau', 'grade', 'age', 'dispatched')
ORDER BY cells.view, members.sort_no, cells.member
