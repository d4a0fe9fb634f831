-- 取組と答弁は、実施した調査回か日付を持ち、終わったものと受付・対応中のものを足すと全部になる。
-- Actions are of a survey that was held, no answer lies after the day it is judged by, and done, open and given up add up.
SELECT 'actions' AS table_name, actions.wave AS key, count(*) AS given
FROM actions
LEFT JOIN waves ON waves.wave = actions.wave AND waves.held
GROUP BY actions.wave
HAVING count(*) <> count(waves.wave)
    OR count(*) <> count(*) FILTER (WHERE state IN ('受付', '対応中')) + count(*) FILTER (WHERE state = '対応済')
                 + count(*) FILTER (WHERE state IN ('対応困難', '見送り'))
UNION ALL
SELECT 'answers_given', made_to, count(*)
FROM answers_given
GROUP BY made_to
HAVING made_to NOT IN ('議会', '市長')
    OR count(*) <> count(*) FILTER (WHERE state IN ('受付', '対応中')) + count(*) FILTER (WHERE state = '対応済')
                 + count(*) FILTER (WHERE state IN ('対応困難', '見送り'))
    OR max(made_on) > (SELECT as_of FROM follow_up_as_of)
ORDER BY table_name, key
