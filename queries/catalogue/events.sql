-- question: 図に記す出来事は何か。
-- english: Which events may a chart mark?
-- grain: held_on, label_ja
-- column: held_on DATE [日] 日付 / date
-- column: label_ja VARCHAR [-] 日本語の名 / label in Japanese
-- column: label_en VARCHAR [-] 英語の名 / label in English
-- column: kind VARCHAR [-] 種類 / kind
-- column: scope VARCHAR [-] 範囲 / scope
-- column: default_on BOOLEAN [-] 既定で表示 / shown by default
SELECT held_on, label_ja, label_en, kind, scope, default_on
FROM events
ORDER BY held_on, label_ja
