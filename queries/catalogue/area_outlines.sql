-- question: 校区や自治会の境界はどこで、何から作られ、どのくらい正確か。
-- english: Where do the borders of school districts or associations run, what are they made of, and how exact are they?
-- grain: area
-- param: area_kind VARCHAR 地域の種別。省略時は district / kind of area; default: district
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: area VARCHAR 地域のコード。省略時と all はすべて / one area; default: all
-- column: area VARCHAR [-] 地域のコード / code
-- column: rings VARCHAR [km] 輪郭（JSON）/ rings as JSON
-- column: label_x DOUBLE [km] 名を置く所 / label point
-- column: label_y DOUBLE [km] 名を置く所 / label point
-- column: made_from VARCHAR [-] polygons は図形、towns は町名の一覧 / drawn, or put together from a list of towns
-- column: file_name VARCHAR [-] ファイル名 / file
-- column: credit_ja VARCHAR [-] 出典 / credit in Japanese
-- column: credit_en VARCHAR [-] 出典の英語 / credit in English
-- column: tolerance_m INTEGER [m] 間引きの幅 / tolerance of thinning
SELECT outlines.code AS area, rings, label_x, label_y, made_from, file_name, credit_ja, credit_en, tolerance_m
FROM outlines
JOIN areas ON areas.area_kind = outlines.layer AND areas.area = outlines.code
JOIN outline_origins ON outline_origins.layer = outlines.layer
WHERE outlines.layer = coalesce($area_kind::VARCHAR, 'district')
  AND (nullif($ward::VARCHAR, 'all') IS NULL OR areas.ward = $ward::VARCHAR)
  AND (nullif($district::VARCHAR, 'all') IS NULL OR areas.district = $district::VARCHAR)
  AND (nullif($area::VARCHAR, 'all') IS NULL OR areas.area = $area::VARCHAR)
ORDER BY areas.sort_no, area
