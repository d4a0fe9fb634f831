-- question: どのテーマに、行政・住民・企業・商業の誰が加わり、どれだけ届いたか。
-- english: Which themes did the administration, residents, companies and commerce take part in, and how far did they reach?
-- grain: theme_ja
-- param: wave VARCHAR 調査回（その年度の発信を見る）。省略時は直近に実施した回 / survey, whose fiscal year is looked at; default: the latest survey held
-- column: theme_ja VARCHAR [-] テーマ / theme
-- column: theme_en VARCHAR [-] 英語 / in English
-- column: posts INTEGER [件] 発信 / posts
-- column: administration INTEGER [件] 行政が加わった発信 / posts with the administration
-- column: residents INTEGER [件] 住民が加わった発信 / posts with residents
-- column: companies INTEGER [件] 企業が加わった発信 / posts with companies
-- column: commerce INTEGER [件] 商業が加わった発信 / posts with commerce
-- column: outside_posts INTEGER [件] 住民・企業・商業の誰かが加わった発信 / posts with any party from outside
-- column: four_party_posts INTEGER [件] 四者がそろった発信 / posts with all four parties
-- column: value DOUBLE [%] 一件の発信が届いた職員の割合の中央値。秘匿・データなしは空 / median share of staff that a post reached
-- column: status VARCHAR [-] 表示・秘匿・データなし / shown, withheld, no data
WITH parties AS (
    SELECT post, bool_or(party = '行政') AS administration, bool_or(party = '住民') AS residents,
           bool_or(party = '企業') AS companies, bool_or(party = '商業') AS commerce
    FROM vision_parties
    GROUP BY post
),

counted AS (
    SELECT theme_ja, any_value(theme_en ORDER BY post) AS theme_en, count(*) AS posts,
           count(*) FILTER (WHERE administration) AS administration, count(*) FILTER (WHERE residents) AS residents,
           count(*) FILTER (WHERE companies) AS companies, count(*) FILTER (WHERE commerce) AS commerce,
           count(*) FILTER (WHERE residents OR companies OR commerce) AS outside_posts,
           count(*) FILTER (WHERE administration AND residents AND companies AND commerce) AS four_party_posts
    FROM vision_posts
    LEFT JOIN parties USING (post)
    WHERE fiscal_year = left($wave::VARCHAR, 4)::INTEGER
    GROUP BY theme_ja
),

reach AS (
    SELECT theme_ja, bool_and(is_known) AS is_known, quantile_disc(coalesce(share, -1), 0.5) AS lower,
           quantile_cont(coalesce(share, -1), 0.5) AS middle
    FROM vision_shares
    WHERE fiscal_year = left($wave::VARCHAR, 4)::INTEGER AND bureau = 'all'
    GROUP BY theme_ja
)

SELECT counted.theme_ja, theme_en, posts::INTEGER AS posts, administration::INTEGER AS administration,
       residents::INTEGER AS residents, companies::INTEGER AS companies, commerce::INTEGER AS commerce,
       outside_posts::INTEGER AS outside_posts, four_party_posts::INTEGER AS four_party_posts,
       CASE WHEN is_known AND lower >= 0 THEN middle END AS value,
       CASE WHEN is_known IS NOT TRUE THEN 'データなし' WHEN lower >= 0 THEN '表示' ELSE '秘匿' END AS status
FROM counted
LEFT JOIN reach ON reach.theme_ja = counted.theme_ja
ORDER BY outside_posts DESC, posts DESC, counted.theme_ja
