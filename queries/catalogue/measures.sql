-- question: 指標は何か。
-- english: Which measures are there?
-- grain: measure
-- column: measure VARCHAR [-] 指標 / measure
-- column: kind VARCHAR [-] index・theme・rate・trait・item / kind
-- column: theme VARCHAR [-] 見出し / theme
-- column: label_ja VARCHAR [-] 日本語の名 / label in Japanese
-- column: label_en VARCHAR [-] 英語の名 / label in English
-- column: unit_ja VARCHAR [-] 単位 / unit
-- column: unit_en VARCHAR [-] unit
-- column: difference_ja VARCHAR [-] 差の単位 / unit of a difference
-- column: difference_en VARCHAR [-] unit of a difference
-- column: decimals INTEGER [桁] 小数 / decimals
-- column: direction VARCHAR [-] 良い方向 up・down・none / good direction
-- column: class_breaks VARCHAR [-] 地図の階級の境 / class breaks
-- column: target DOUBLE [指標の単位] 目標。空は目標なし / target; null = none
-- column: reversed BOOLEAN [-] 逆転設問か / reversed item
-- column: sort_no INTEGER [-] 並び順 / order
SELECT measure, kind, theme, label_ja, label_en, unit_ja, unit_en, difference_ja, difference_en, decimals, direction,
       class_breaks, target, reversed, sort_no
FROM measures
ORDER BY sort_no, measure
