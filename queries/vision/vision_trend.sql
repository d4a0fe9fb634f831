-- question: 発信が届いた職員の割合、または反応は、局ごとに年度でどう動いたか。
-- english: How did the reach of posts, or the reactions to them, move by bureau over the years?
-- grain: fiscal_year, bureau
-- param: network VARCHAR reach（届いた割合）か reactions（反応）/ reach or reactions; default: reach
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: bureau VARCHAR [-] 局・区役所コード（all は導入した全体）/ bureau; all: everyone on the network
-- column: bureau_ja VARCHAR [-] 局・区役所 / bureau
-- column: bureau_en VARCHAR [-] 英語名 / in English
-- column: ward VARCHAR [-] 区役所の区 / ward of a ward office
-- column: staff INTEGER [人] 対象職員数 / staff
-- column: posts INTEGER [件] 発信 / posts
-- column: value DOUBLE [%・件] 一件の発信が届いた職員の割合の中央値、または職員100人あたりの反応 / median share of staff a post reached (%), or reactions for each 100 staff
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
SELECT vision_bureaus.fiscal_year, vision_bureaus.bureau, bureau_ja, bureau_en, ward, staff, posts,
       CASE WHEN $network::VARCHAR = 'reactions' THEN 100.0 * reactions / nullif(staff, 0) ELSE reach END AS value,
       CASE WHEN $network::VARCHAR IS DISTINCT FROM 'reactions' THEN status
            WHEN reactions IS NULL THEN '秘匿'
            WHEN staff > 0 THEN '表示' ELSE 'データなし' END AS status
FROM vision_bureaus
JOIN vision_years USING (fiscal_year, bureau)
ORDER BY vision_bureaus.fiscal_year, vision_bureaus.bureau <> 'all', vision_bureaus.bureau
