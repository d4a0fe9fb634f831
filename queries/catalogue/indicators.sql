-- question: どんな指標があるか。
-- english: Which indicators are there?
-- grain: indicator
-- column: indicator VARCHAR [-] 指標 / indicator
-- column: field VARCHAR [-] 分野 / field
-- column: label_ja VARCHAR [-] 名称 / label in Japanese
-- column: label_en VARCHAR [-] 英語名 / label in English
-- column: unit_ja VARCHAR [-] 単位 / unit in Japanese
-- column: unit_en VARCHAR [-] 単位の英語 / unit in English
-- column: decimals INTEGER [桁] 小数の桁数 / decimal places
-- column: direction VARCHAR [-] 良い向き（up・down・none）/ which way is good
-- column: numerator VARCHAR [-] 率の分子の指標 / indicator that is the numerator
-- column: denominator VARCHAR [-] 率の分母の指標 / indicator that is the denominator
-- column: additive BOOLEAN [-] 合計してよいか / may be summed
-- column: class_breaks VARCHAR [指標の単位] 地図の階級の境 / class breaks of maps
-- column: change_breaks VARCHAR [指標の差の単位] 変化の地図の階級の境 / class breaks of maps of change
-- column: finest VARCHAR [-] 値のある最も細かい地域 / finest kind of area with values
-- column: definition_ja VARCHAR [-] 定義 / definition in Japanese
-- column: definition_en VARCHAR [-] 定義の英訳 / definition in English
-- column: note_ja VARCHAR [-] 注 / note in Japanese
-- column: note_en VARCHAR [-] 注の英訳 / note in English
-- column: cycle_months INTEGER [月] 更新の周期 / months between updates
-- column: source VARCHAR [-] 出典 / source
-- column: sort_no INTEGER [-] 並び / order
SELECT indicator, field, label_ja, label_en, unit_ja, unit_en, decimals, direction, numerator, denominator, additive,
       class_breaks, change_breaks, finest, definition_ja, definition_en, note_ja, note_en, cycle_months, source, sort_no
FROM indicators
ORDER BY sort_no, indicator
