-- question: その年度の発信は、どの局・区役所の職員にどれだけ届いたか。
-- english: How much of the staff of each bureau did the posts of a year reach?
-- grain: bureau
-- param: wave VARCHAR 調査回（その年度の発信を見る）。省略時は直近に実施した回 / survey, whose fiscal year is looked at; default: the latest survey held
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: bureau VARCHAR [-] 局・区役所コード / bureau
-- column: bureau_ja VARCHAR [-] 局・区役所 / bureau
-- column: bureau_en VARCHAR [-] 英語名 / in English
-- column: ward VARCHAR [-] 区役所の区 / ward of a ward office
-- column: staff INTEGER [人] 対象職員数 / staff
-- column: posts INTEGER [件] 発信 / posts
-- column: value DOUBLE [%] 一件の発信が届いた職員の割合の中央値。秘匿・データなしは空 / median share of staff that a post reached
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: previous DOUBLE [%] 前の年度の値 / the year before
-- column: change DOUBLE [ポイント] 前の年度との差 / change on the year before
-- column: reactions INTEGER [件] 反応。秘匿は空 / reactions; null: withheld
-- column: replies INTEGER [件] この局からの返信。秘匿は空 / replies from this bureau; null: withheld
WITH here AS (
    SELECT vision_bureaus.fiscal_year, vision_bureaus.bureau, bureau_ja, bureau_en, ward, staff, posts, reach, status,
           reactions, replies
    FROM vision_bureaus
    JOIN vision_years USING (fiscal_year, bureau)
    WHERE vision_bureaus.bureau <> 'all'
)

SELECT now.fiscal_year, now.bureau, now.bureau_ja, now.bureau_en, now.ward, now.staff, now.posts, now.reach AS value,
       now.status, before.reach AS previous, now.reach - before.reach AS change, now.reactions, now.replies
FROM here AS now
LEFT JOIN here AS before ON before.bureau = now.bureau AND before.fiscal_year = now.fiscal_year - 1
WHERE now.fiscal_year = left($wave::VARCHAR, 4)::INTEGER
ORDER BY now.bureau
