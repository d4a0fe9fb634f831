-- 区と本庁の合計、局の合計は、市全体の回答者数を超えない。
-- Wards with the head office, and bureaus, never add up to more respondents than the city has.
SELECT cells.wave, cells.view, sum(cells.n) AS members, any_value(city.n) AS city
FROM cells
JOIN cells AS city
  ON city.wave = cells.wave AND city.measure = cells.measure AND city.view = 'city' AND city.status = '表示'
WHERE cells.view <> 'city' AND cells.measure = 'response_rate' AND cells.status = '表示'
GROUP BY cells.wave, cells.view
HAVING sum(cells.n) > any_value(city.n)
ORDER BY cells.wave, cells.view
