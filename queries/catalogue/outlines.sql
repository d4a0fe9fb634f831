-- question: 地図の輪郭は何か。
-- english: Which outlines does the map draw?
-- grain: layer, code
-- column: layer VARCHAR [-] ward・context / layer
-- column: code VARCHAR [-] コード / code
-- column: label_ja VARCHAR [-] 日本語の名 / label in Japanese
-- column: label_en VARCHAR [-] 英語の名 / label in English
-- column: rings VARCHAR [km] 輪郭（JSON）/ rings as JSON
-- column: label_x DOUBLE [km] 名を置く所 / label point
-- column: label_y DOUBLE [km] 名を置く所 / label point
-- column: room DOUBLE [km] そこから境までの距離 / distance to the border
-- column: sort_no INTEGER [-] 並び順 / order
SELECT layer, code, label_ja, label_en, rings, label_x, label_y, room, sort_no
FROM outlines
WHERE layer IN ('ward', 'context')
ORDER BY layer, code
