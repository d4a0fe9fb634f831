-- 対応済の答弁は、この版にある指標か、出された根拠番号を示している。
-- Every answer that is done names a measure or indicator that this edition shows, or an evidence number given out.
SELECT made_on, made_to, text_ja, figure
FROM answers_given
WHERE state = '対応済'
  AND figure_question IS NULL
  AND NOT EXISTS (SELECT 1 FROM cells WHERE cells.measure = answers_given.figure AND cells.status = '表示')
  AND NOT EXISTS (
      SELECT 1 FROM indicator_values
      WHERE indicator_values.indicator = answers_given.figure AND indicator_values.status = '表示'
  )
ORDER BY made_on, made_to, text_ja
