-- question: どの局・区役所からどの局・区役所へ返信があったか。（はじめは切ってある）
-- english: From which bureau to which did replies go? (switched off at first)
-- grain: from_bureau, to_bureau
-- param: wave VARCHAR 調査回（その年度の返信を見る）。省略時は直近に実施した回 / survey, whose fiscal year is looked at; default: the latest survey held
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: from_bureau VARCHAR [-] 返信した局・区役所 / bureau that replied
-- column: from_bureau_ja VARCHAR [-] その名 / its name
-- column: from_bureau_en VARCHAR [-] 英語名 / in English
-- column: to_bureau VARCHAR [-] 返信先の局・区役所 / bureau replied to
-- column: to_bureau_ja VARCHAR [-] その名 / its name
-- column: to_bureau_en VARCHAR [-] 英語名 / in English
-- column: value INTEGER [件] 返信。秘匿は空 / replies; null: withheld
-- column: status VARCHAR [-] 表示・秘匿 / shown, withheld
SELECT vision_exchange.fiscal_year, from_bureau, sender.bureau_ja AS from_bureau_ja, sender.bureau_en AS from_bureau_en, to_bureau,
       receiver.bureau_ja AS to_bureau_ja, receiver.bureau_en AS to_bureau_en, vision_exchange.replies AS value,
       CASE WHEN vision_exchange.replies IS NULL THEN '秘匿' ELSE '表示' END AS status
FROM vision_exchange
JOIN vision_bureaus AS sender
  ON sender.fiscal_year = vision_exchange.fiscal_year AND sender.bureau = vision_exchange.from_bureau
JOIN vision_bureaus AS receiver
  ON receiver.fiscal_year = vision_exchange.fiscal_year AND receiver.bureau = vision_exchange.to_bureau
WHERE vision_exchange.fiscal_year = left($wave::VARCHAR, 4)::INTEGER
ORDER BY from_bureau, to_bureau
