-- question: この画面で言えることは何か。
-- english: What finding may this page state?
-- grain: page, wave, view, member, measure
-- param: page VARCHAR 画面 / page
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- param: view VARCHAR 切り口。省略時は city / default: city
-- param: member VARCHAR 単位。省略時は all / default: all
-- param: measure VARCHAR 指標。省略時は motivation / default: motivation
-- column: page VARCHAR [-] 画面 / page
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: measure VARCHAR [-] 指標 / measure
-- column: headline_ja VARCHAR [-] 見出し / headline in Japanese
-- column: headline_en VARCHAR [-] headline in English
-- column: bracket_ja VARCHAR [-] 変化とその区間 / the change with its interval
-- column: bracket_en VARCHAR [-] the same in English
-- column: detail_ja VARCHAR [-] 母数と時点 / base and period
-- column: detail_en VARCHAR [-] the same in English
SELECT page, wave, view, member, measure, headline_ja, headline_en, bracket_ja, bracket_en, detail_ja, detail_en
FROM findings
WHERE page = $page::VARCHAR
  AND wave = coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held))
  AND view = coalesce($view::VARCHAR, 'city')
  AND member = coalesce($member::VARCHAR, 'all')
  AND measure = coalesce($measure::VARCHAR, 'motivation')
ORDER BY page, wave, view, member, measure
