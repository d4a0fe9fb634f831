-- 発信・局・取組・答弁のキーは一度だけ現れ、発信と局は表にある。
-- Keys of posts, bureaus, actions and answers appear once, and every post and bureau pointed to is there.
SELECT 'vision_posts' AS table_name, post AS key, count(*) AS count FROM vision_posts GROUP BY post HAVING count(*) > 1
UNION ALL
SELECT 'vision_parties', concat_ws(' ', post, party), count(*) FROM vision_parties GROUP BY post, party HAVING count(*) > 1
UNION ALL
SELECT 'vision_bureaus', concat_ws(' ', fiscal_year, bureau), count(*)
FROM vision_bureaus GROUP BY fiscal_year, bureau HAVING count(*) > 1
UNION ALL
SELECT 'vision_reach', concat_ws(' ', vision_reach.post, vision_reach.bureau), count(*)
FROM vision_reach
LEFT JOIN vision_posts ON vision_posts.post = vision_reach.post
LEFT JOIN vision_bureaus
       ON vision_bureaus.fiscal_year = vision_posts.fiscal_year AND vision_bureaus.bureau = vision_reach.bureau
GROUP BY vision_reach.post, vision_reach.bureau
HAVING count(*) > 1 OR count(vision_bureaus.bureau) = 0
UNION ALL
SELECT 'actions', concat_ws(' ', wave, unit, text_ja), count(*) FROM actions GROUP BY wave, unit, text_ja HAVING count(*) > 1
UNION ALL
SELECT 'answers_given', concat_ws(' ', made_on, made_to, text_ja), count(*)
FROM answers_given GROUP BY made_on, made_to, text_ja HAVING count(*) > 1
ORDER BY table_name, key
