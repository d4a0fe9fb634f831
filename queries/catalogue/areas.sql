-- question: どんな区・校区・自治会があるか。
-- english: Which wards, school districts or associations are there?
-- grain: area_kind, area
-- param: area_kind VARCHAR 地域の種別。省略時は district / default: district
-- column: area_kind VARCHAR [-] 地域の種別 / kind of area
-- column: area VARCHAR [-] 地域のコード / code of the area
-- column: label_ja VARCHAR [-] 名称 / name in Japanese
-- column: label_en VARCHAR [-] 英語名 / name in English
-- column: name_kana VARCHAR [-] よみ / reading
-- column: ward VARCHAR [-] 区コード / ward code
-- column: district VARCHAR [-] 校区のコード / district code
-- column: centre VARCHAR [-] まちづくりセンター / community planning centre
-- column: x DOUBLE [km] 東西の位置 / east
-- column: y DOUBLE [km] 南北の位置 / north
-- column: valid_from DATE [年月日] 設立の日 / first day
-- column: valid_to DATE [年月日] 終わった日 / last day
-- column: succeeded_by VARCHAR [-] 引き継いだ自治会 / association that took over
-- column: sort_no INTEGER [-] 並び / order
SELECT area_kind, area, label_ja, label_en, name_kana, ward, district, centre, x, y, valid_from, valid_to, succeeded_by,
       sort_no
FROM areas
WHERE area_kind = coalesce($area_kind::VARCHAR, 'district')
ORDER BY sort_no, area
