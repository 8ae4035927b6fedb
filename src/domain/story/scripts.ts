/** Chinese, Japanese and Korean characters, found quickly. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A cheap look first: every CJK character lies in these blocks, and most text has none of them. */
const MAYBE_CJK = /[\u1100-\u11ff\u2e80-\ud7ff\ud800-\udbff\uf900-\ufaff\uff00-\uffef]/;

export function hasCjk(text: string): boolean {
	return MAYBE_CJK.test(text) && CJK.test(text);
}
