/** Numbers in titles and texts, as figures or words. English. */

const ONES =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
	"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
		" ",
	);

const VALUES = new Map<string, number>();
for (const [value, word] of ONES.entries()) VALUES.set(word, value);
for (const [at, tens] of TENS.entries()) {
	VALUES.set(tens, (at + 2) * 10);
	for (let one = 1; one < 10; one += 1) VALUES.set(`${tens}-${ONES[one]}`, (at + 2) * 10 + one);
}

/** "7", "seven" or "twenty-one" → its value; anything else, also years and amounts with a fraction, is `null`. */
export function numberValue(word: string): number | null {
	if (/^\d{1,3}$/.test(word)) return Number(word);
	return VALUES.get(word) ?? null;
}

const SCALES: Readonly<Record<string, number>> = {
	hundred: 100,
	k: 1000,
	thousand: 1000,
	m: 1_000_000,
	million: 1_000_000,
	bn: 1_000_000_000,
	billion: 1_000_000_000,
};
const AMOUNT = /(?<![\p{L}\d.,])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|(?<![\p{L}\d.,])\d{1,15}(?:\.\d{1,2})?/gu;

/** Every amount a text states, in figures or words: "10,000", "10k" and "ten thousand" are 10000. */
export function amountsIn(text: string): number[] {
	const amounts: number[] = [];
	for (const found of text.matchAll(AMOUNT)) {
		const after = text.slice(found.index + found[0].length, found.index + found[0].length + 10);
		const scale = /^[ -]?(hundred|thousand|million|billion|bn|k|m)(?![\p{L}])/iu.exec(after)?.[1]?.toLowerCase();
		amounts.push(Number(found[0].replaceAll(",", "")) * (SCALES[scale ?? ""] ?? 1));
	}
	return [...amounts, ...amountsInWords(text)];
}

function amountsInWords(text: string): number[] {
	const amounts: number[] = [];
	let [whole, part, open, end] = [0, 0, false, 0];
	const close = () => {
		if (open) amounts.push(whole + part);
		[whole, part, open] = [0, 0, false];
	};
	for (const found of text.matchAll(/[\p{L}-]+/gu)) {
		const word = found[0].toLowerCase();
		const between = text.slice(end, Math.min(found.index, end + 3));
		end = found.index + found[0].length;
		// "Ten thousand, two hundred" are two amounts; in "3 million" the figure has been read.
		if (between !== " ") close();
		const value = VALUES.get(word);
		const scale = word.length > 2 && !/\d ?$/.test(between) ? SCALES[word] : undefined;
		if (value !== undefined) {
			if (part % 100 !== 0) close();
			[part, open] = [part + value, true];
		} else if (scale === undefined) {
			if (word !== "and") close();
		} else {
			if (scale === 100) part = Math.max(1, part) * 100;
			else [whole, part] = [whole + Math.max(1, part) * scale, 0];
			open = true;
		}
	}
	close();
	return amounts;
}

/** "third" or "3rd" → 3. */
export function ordinalValue(word: string): number | null {
	const figure = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
	if (figure) return Number(figure);
	const at = ORDINALS.indexOf(word);
	return at < 0 ? null : at + 1;
}

const SECONDS: Readonly<Record<string, number>> = {
	second: 1,
	minute: 60,
	hour: 3600,
	afternoon: 14_400,
	morning: 14_400,
	evening: 14_400,
	night: 28_800,
	day: 86_400,
	weekend: 172_800,
	week: 604_800,
	month: 2_629_800,
	winter: 7_889_400,
	year: 31_557_600,
};

/** Seconds of one unit of time, "minutes" or "minute"; `null` for any other word. */
export function unitSeconds(word: string): number | null {
	return SECONDS[word] ?? SECONDS[word.replace(/s$/, "")] ?? null;
}

/** A number in words: "seven", not "7". */
export const NUMBER_WORDS: readonly string[] = [...VALUES.keys()];

/** Nouns after which a number is an amount, an age, a version or a time and announces no items. */
const UNITS = new Set(
	"percent percentage points am pm a.m p.m o'clock dollars dollar euros euro pounds bucks cents usd eur million millions billion billions thousand hundred kilometres kilometers km miles metres meters feet inches cm mm kilos kilograms kg grams pounds calories degrees pages characters followers subscribers views reads claps readers users customers times x k m years' months' weeks' days' year-old years-old decades decade centuries generations people men women mb gb hz bytes employees summers springs autumns seasons".split(
		" ",
	),
);

export function isUnit(word: string): boolean {
	return UNITS.has(word) || unitSeconds(word) !== null;
}
