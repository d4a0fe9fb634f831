-- question: この自治会について、数でないことは何が分かっているか。
-- english: What is known of this association that is not a number?
-- grain: association, fact
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: association VARCHAR [-] 自治会のコード / code
-- column: fact VARCHAR [-] 事項 / what about
-- column: text_ja VARCHAR [-] 内容 / what is known
-- column: text_en VARCHAR [-] 内容の英訳 / in English
-- column: as_of DATE [年月日] 時点 / as of
SELECT association, fact, text_ja, text_en, as_of
FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR)
JOIN association_facts USING (association)
ORDER BY association, fact
