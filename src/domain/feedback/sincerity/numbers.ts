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

/** Nouns after which a number is an amount, an age, a version or a time and announces no items. */
const UNITS = new Set(
	"percent percentage points am pm a.m p.m o'clock dollars dollar euros euro pounds bucks cents usd eur million millions billion billions thousand hundred kilometres kilometers km miles metres meters feet inches cm mm kilos kilograms kg grams pounds calories degrees pages characters followers subscribers views reads claps readers users customers times x k m years' months' weeks' days' year-old years-old decades decade centuries generations people men women mb gb hz bytes employees summers springs autumns seasons".split(
		" ",
	),
);

export function isUnit(word: string): boolean {
	return UNITS.has(word) || unitSeconds(word) !== null;
}
