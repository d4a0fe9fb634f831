-- question: 切り口ごとの単位は何か。
-- english: Which members does each view have?
-- grain: view, member
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: member VARCHAR [-] 集計の単位 / member of the view
-- column: label_ja VARCHAR [-] 日本語の名 / label in Japanese
-- column: label_en VARCHAR [-] 英語の名 / label in English
-- column: parent VARCHAR [-] 属する区・局。市全体の切り口では空 / the ward or bureau it splits; null: the whole city
-- column: sort_no INTEGER [-] 並び順 / order
SELECT view, member, label_ja, label_en, parent, sort_no
FROM members
ORDER BY view, sort_no, member
