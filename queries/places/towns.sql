-- question: 町はどの自治会の区域にあるか。
-- english: Which associations does a town belong to?
-- grain: town, association
-- column: town VARCHAR [-] 町 / town
-- column: association VARCHAR [-] 自治会のコード / code of the association
-- column: label_ja VARCHAR [-] 自治会 / association
-- column: label_en VARCHAR [-] 自治会の英語名 / association in English
-- column: ward VARCHAR [-] 町のある区 / ward of that part of the town
SELECT town, association, label_ja, label_en, association_towns.ward
FROM association_towns
JOIN areas ON areas.area_kind = 'association' AND areas.area = association_towns.association
ORDER BY town, association
