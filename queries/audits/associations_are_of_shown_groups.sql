-- 関連は、指数と全ての得点を示す一属性の単位にだけあり、合わせて100%になり、市全体の関連が必ずある。
-- Associations stand only for groups of one attribute that show index and scores, make 100 %, and the city has its own.
WITH told AS (
    SELECT drivers.wave, drivers.view, drivers.member, drivers.measure,
           count(*) OVER (PARTITION BY drivers.wave, drivers.view, drivers.member) AS predictors,
           sum(share) OVER (PARTITION BY drivers.wave, drivers.view, drivers.member) AS total,
           share_lo BETWEEN 0 AND share AND share_hi BETWEEN share AND 100 AND r2 BETWEEN 0 AND 100 AS is_in_range
    FROM drivers
)

SELECT told.wave, told.view, told.member, told.measure
FROM told
LEFT JOIN measures ON measures.measure = told.measure AND measures.kind = 'theme'
LEFT JOIN measures AS outcome ON outcome.measure = 'motivation'
LEFT JOIN cells AS score
  ON score.wave = told.wave AND score.view = told.view AND score.member = told.member AND score.measure = told.measure
LEFT JOIN cells AS index
  ON index.wave = told.wave AND index.view = told.view AND index.member = told.member AND index.measure = 'motivation'
LEFT JOIN drivers AS city
  ON city.wave = told.wave AND city.view = 'city' AND city.member = 'all' AND city.measure = told.measure
WHERE abs(total - 100) > predictors / 2.0
   OR NOT is_in_range
   OR measures.theme IS NOT DISTINCT FROM outcome.theme
   OR measures.measure IS NULL
   OR score.status IS DISTINCT FROM '表示'
   OR index.status IS DISTINCT FROM '表示'
   OR index.n < 20
   OR told.view = 'department'
   OR contains(told.member, '|')
   OR city.wave IS NULL
ORDER BY told.wave, told.view, told.member, told.measure
