-- question: 意欲指数と関連しているのは、どの見出し・課題か。その得点はどうか。
-- english: What goes along with the motivation index, and how high is the score of each?
-- grain: wave, view, member, measure
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- param: view VARCHAR 切り口。省略時は city / default: city
-- param: member VARCHAR 単位。省略時は all / default: all
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: measure VARCHAR [-] 見出し・課題。指数の設問を含まない / heading or gap; none holds an item of the index
-- column: share INTEGER [%] 説明できる散らばり（R²）に占める割合（LMG） / its share of the explained variance, LMG
-- column: share_lo INTEGER [%] その95%区間の下端（部署を引き直して） / lower end of its 95% interval over departments
-- column: share_hi INTEGER [%] その上端 / upper end
-- column: r2 INTEGER [%] 全てで説明できる、指数の散らばり / the index's variance that all explain together
-- column: basis_view VARCHAR [-] 誰の関連か：切り口。この単位で分けて示せないときは市全体 / whose associations these are; the city's where the group has none of its own
-- column: basis_member VARCHAR [-] その単位 / that member
-- column: score DOUBLE [%] この単位の得点。秘匿・データなしは空 / the group's own score; null when withheld or no data
-- column: lo DOUBLE [%] 得点の95%信頼区間の下端 / lower end of the score's 95% interval
-- column: hi DOUBLE [%] 得点の95%信頼区間の上端 / upper end of the score's 95% interval
-- column: bound VARCHAR [-] 端の符号化（≥・≤）。このとき得点は空 / coded end: then the score is null
-- column: bound_at DOUBLE [%] 符号化した端の値（以上・以下） / at least, or at most, so much
-- column: status VARCHAR [-] 得点の表示・秘匿・データなし / whether the score is shown, withheld, no data
-- column: wider_view VARCHAR [-] 秘匿のとき、見ることのできる最も近い広い切り口 / withheld: view of the nearest wider member shown
-- column: wider_member VARCHAR [-] その単位 / that member
WITH asked AS (
    SELECT coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held)) AS wave,
           coalesce($view::VARCHAR, 'city') AS view,
           coalesce($member::VARCHAR, 'all') AS member
),

told AS (
    SELECT drivers.wave, asked.view, asked.member, drivers.measure, share, share_lo, share_hi, r2,
           drivers.view AS basis_view, drivers.member AS basis_member,
           (drivers.view, drivers.member) = (asked.view, asked.member) AS is_own,
           bool_or((drivers.view, drivers.member) = (asked.view, asked.member)) OVER () AS has_own
    FROM drivers
    JOIN asked ON asked.wave = drivers.wave
     AND (drivers.view, drivers.member) IN ((asked.view, asked.member), ('city', 'all'))
)

SELECT told.wave, told.view, told.member, told.measure, share, share_lo, share_hi, r2, basis_view, basis_member,
       cells.value AS score, cells.lo, cells.hi, cells.bound, cells.bound_at, cells.status, wider_view, wider_member
FROM told
JOIN cells ON cells.wave = told.wave AND cells.view = told.view AND cells.member = told.member AND cells.measure = told.measure
JOIN measures ON measures.measure = told.measure
WHERE is_own = has_own
ORDER BY measures.sort_no, told.measure
