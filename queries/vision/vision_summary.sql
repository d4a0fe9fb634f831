-- question: 庁内SNSの発信は、その年度にどれだけ職員に届いたか。
-- english: How far did the posts on the internal network reach staff in a year?
-- grain: fiscal_year
-- param: wave VARCHAR 調査回（その年度の発信を見る）。省略時は直近に実施した回 / survey, whose fiscal year is looked at; default: the latest survey held
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: posts INTEGER [件] 発信 / posts
-- column: themes INTEGER [件] テーマ / themes
-- column: outside_posts INTEGER [件] 住民・企業・商業が加わった発信 / posts with parties from outside
-- column: four_party_posts INTEGER [件] 四者がそろった発信 / posts with all four parties
-- column: views BIGINT [回] 表示された回数 / times viewed
-- column: bureaus INTEGER [局] 導入した局・区役所 / bureaus on the network
-- column: staff INTEGER [人] その職員 / their staff
-- column: value DOUBLE [%] 一件の発信が届いた職員の割合の中央値。秘匿・データなしは空 / median share of staff that a post reached
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
-- column: previous DOUBLE [%] 前の年度の値 / the year before
-- column: change DOUBLE [ポイント] 前の年度との差。導入した局が違えば空 / change on the year before; null where other bureaus were on the network
-- column: reactions INTEGER [件] 反応。秘匿は空 / reactions; null: withheld
-- column: replies INTEGER [件] 返信。秘匿は空 / replies; null: withheld
-- column: crossing INTEGER [件] ほかの局への返信。切っている間と秘匿は空 / replies to another bureau; null while switched off
-- column: crossing_share DOUBLE [%] 返信のうちほかの局へのもの / share of replies that go to another bureau
WITH parties AS (
    SELECT post, count(*) FILTER (WHERE party <> '行政') > 0 AS is_outside, count(DISTINCT party) = 4 AS is_four
    FROM vision_parties
    GROUP BY post
),

counted AS (
    SELECT fiscal_year, count(*) AS posts, count(DISTINCT theme_ja) AS themes,
           count(*) FILTER (WHERE is_outside) AS outside_posts, count(*) FILTER (WHERE is_four) AS four_party_posts,
           sum(views) AS views
    FROM vision_posts
    LEFT JOIN parties USING (post)
    GROUP BY fiscal_year
),

joined AS (
    SELECT fiscal_year, count(*) AS bureaus, list(bureau ORDER BY bureau) AS codes
    FROM vision_bureaus
    WHERE bureau <> 'all'
    GROUP BY fiscal_year
)

SELECT counted.fiscal_year, counted.posts::INTEGER AS posts, themes::INTEGER AS themes,
       outside_posts::INTEGER AS outside_posts, four_party_posts::INTEGER AS four_party_posts, views::BIGINT AS views,
       joined.bureaus::INTEGER AS bureaus, whole.staff, now.reach AS value, coalesce(now.status, 'データなし') AS status,
       before.reach AS previous, CASE WHEN joined.codes = earlier.codes THEN now.reach - before.reach END AS change,
       whole.reactions, whole.replies, whole.crossing,
       100.0 * whole.crossing / nullif(whole.replies, 0) AS crossing_share
FROM counted
LEFT JOIN joined ON joined.fiscal_year = counted.fiscal_year
LEFT JOIN joined AS earlier ON earlier.fiscal_year = counted.fiscal_year - 1
LEFT JOIN vision_bureaus AS whole ON whole.fiscal_year = counted.fiscal_year AND whole.bureau = 'all'
LEFT JOIN vision_years AS now ON now.fiscal_year = counted.fiscal_year AND now.bureau = 'all'
LEFT JOIN vision_years AS before ON before.fiscal_year = counted.fiscal_year - 1 AND before.bureau = 'all'
WHERE counted.fiscal_year = left($wave::VARCHAR, 4)::INTEGER
ORDER BY counted.fiscal_year
