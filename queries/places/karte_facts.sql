-- question: この自治会について、数でないことは何が分かっているか。
-- english: What is known of this association that is not a number?
-- grain: fact
-- param: association VARCHAR 自治会のコード。省略時は最初の自治会 / default: the first association
-- column: fact VARCHAR [-] 事項 / what about
-- column: text_ja VARCHAR [-] 内容 / what is known
-- column: text_en VARCHAR [-] 内容の英訳 / in English
-- column: as_of DATE [年月日] 時点 / as of
SELECT fact, text_ja, text_en, as_of
FROM association_facts
WHERE association = coalesce(
        nullif($association::VARCHAR, 'all'),
        (SELECT min_by(area, sort_no) FROM areas WHERE area_kind = 'association' AND valid_to IS NULL)
    )
ORDER BY fact
