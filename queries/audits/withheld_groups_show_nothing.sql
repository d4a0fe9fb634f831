-- ある回で一つでも秘匿した単位は、その回の何も表示しない。
-- A member withheld in a survey shows nothing at all of that survey.
SELECT wave, view, member, count_if(status = '表示') AS shown
FROM cells
GROUP BY wave, view, member
HAVING count_if(status = '秘匿') > 0 AND count_if(status = '表示') > 0
ORDER BY wave, view, member
