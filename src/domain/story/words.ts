/** Words and characters of a text, counted in one pass: an import counts millions. */

/** Any character of these four scripts is counted by itself, and ends a word. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD_START = /[\p{L}\p{N}]/u;
const WORD_PART = /[\p{M}'’\-_.]/u;

/** What a character does to the words around it. The numbers are bits that {@link countText} adds up without branches. */
const ENDS_WORD = 0b00;
const STARTS_WORD = 0b01;
/** Part of a word that has begun, else nothing. */
const GOES_ON = 0b10;
const COUNTS_ITSELF = 0b11;

function kindOf(character: string): number {
	if (CJK.test(character)) return COUNTS_ITSELF;
	if (WORD_START.test(character)) return STARTS_WORD;
	return WORD_PART.test(character) ? GOES_ON : ENDS_WORD;
}

const BLOCK_SIZE = 256;
/** Kinds of 256 characters each, found out when the first of them is met. */
const blocks: (Uint8Array | undefined)[] = new Array(0x110000 / BLOCK_SIZE).fill(undefined);

function blockOf(index: number): Uint8Array {
	let block = blocks[index];
	if (!block) {
		block = Uint8Array.from({ length: BLOCK_SIZE }, (_, at) => kindOf(String.fromCodePoint(index * BLOCK_SIZE + at)));
		blocks[index] = block;
	}
	return block;
}

const LATIN = blockOf(0);

/** Words of space-separated scripts, and Chinese, Japanese and Korean characters, which are counted one by one instead. */
export function countText(text: string): { words: number; cjkCharacters: number } {
	let words = 0;
	let cjkCharacters = 0;
	/** 1 inside a word, else 0. */
	let inside = 0;
	for (let at = 0; at < text.length; at += 1) {
		let code = text.charCodeAt(at);
		if (code < BLOCK_SIZE) {
			// None of these counts by itself: twice as quick without that case.
			const kind = LATIN[code] ?? ENDS_WORD;
			const starts = kind & 1;
			words += starts & ~inside;
			inside = starts | (inside & (kind >> 1));
			continue;
		}
		if (code >= 0xd800 && code < 0xdc00) {
			code = text.codePointAt(at) ?? code;
			if (code > 0xffff) at += 1;
		}
		const kind = blockOf(code >>> 8)[code & 0xff] ?? ENDS_WORD;
		const low = kind & 1;
		const high = kind >> 1;
		const starts = low & ~high;
		words += starts & ~inside;
		cjkCharacters += low & high;
		inside = starts | (inside & high & ~low);
	}
	return { words, cjkCharacters };
}
