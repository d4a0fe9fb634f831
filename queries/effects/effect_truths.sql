-- question: 架空のデモデータに仕込んだ効果を、正しく言い当てたか（デモ市のみ）。
-- english: Was what is planted in the fictional demo data told rightly (demo city only)?
-- grain: kind, effect, bureau
-- column: kind VARCHAR [-] 仕込んだもの（effect 効果・null 効果なし・lead 始める前の動き）/ what was planted
-- column: effect VARCHAR [-] 提言と成果 / programme and outcome
-- column: bureau VARCHAR [-] 始める前の動きの局・区役所、ほかは空 / bureau of a lead, else empty
-- column: planted DOUBLE [成果の単位] 仕込んだ大きさ / planted
-- column: expected DOUBLE [成果の単位] 見積りと同じく平均した大きさ / planted, averaged as the estimate is
-- column: value DOUBLE [成果の単位] 見積り / estimate
-- column: lo DOUBLE [成果の単位] 95%信頼区間の下端 / lower end
-- column: hi DOUBLE [成果の単位] 95%信頼区間の上端 / upper end
-- column: smallest DOUBLE [成果の単位] 始める前の動き：見分けられる最小 / leads: smallest that would be seen
-- column: result VARCHAR [-] 結果（right・wrong・called・unseen）/ result
SELECT kind, effect, bureau, planted, expected, value, lo, hi, smallest, result
FROM effect_truths
ORDER BY kind, effect, bureau
