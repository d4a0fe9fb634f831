-- question: 地図の輪郭は、どこから来て、どのくらい正確か。
-- english: Where do the outlines come from, and how exact are they?
-- grain: layer
-- column: layer VARCHAR [-] ward・district・association・town / layer
-- column: made_from VARCHAR [-] 図形・町名の一覧・地点・付属 / made from
-- column: outline_set VARCHAR [-] 公表されている境界の種類 / published set
-- column: file_name VARCHAR [-] ファイル名 / file
-- column: credit_ja VARCHAR [-] 出典 / credit in Japanese
-- column: credit_en VARCHAR [-] 出典の英語 / credit in English
-- column: tolerance_m INTEGER [m] 間引きの幅 / tolerance of thinning
-- column: areas INTEGER [-] 区域の数 / areas
-- column: points INTEGER [-] 点の数 / points
SELECT layer, made_from, outline_set, file_name, credit_ja, credit_en, tolerance_m, areas, points
FROM outline_origins
ORDER BY layer
