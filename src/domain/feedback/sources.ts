/** The bodies of evidence behind the rules, and the small arithmetic that turns reported figures into intervals. */
import { sentence } from "../words/message.ts";
import type { Effect, Evidence, Source } from "./types.ts";

export const UPWORTHY: Source = {
	id: "upworthy",
	title: "Upworthy Research Archive (Matias, Munger, Aubin Le Quere, Ebersole, 2021), CC BY 4.0",
	detail: sentence(
		"Randomised headline tests on one social-news site, 2013 to 2015, exploratory set of 4,873 tests. Mean change in click rate between headlines of one test of which exactly one has the feature. Clicks, not reads or earnings.",
	),
	url: "https://upworthy.natematias.com/",
};

/** The part of the same archive that the headline model is fitted to. */
export const UPWORTHY_FITTED: Source = {
	...UPWORTHY,
	id: "upworthy-fitted",
	detail: sentence(
		"Randomised headline tests on one social-news site, 2013 to 2015, 2,642 tests. Mean change in click rate between headlines of one test and picture of which exactly one has the feature. Clicks, not reads or earnings.",
	),
};

export const MEDIUM_TITLES: Source = {
	id: "medium-titles",
	title: "43,565 Medium titles and their claps",
	detail: sentence(
		"Observed, not tested: titles of one publication and day compared with each other, most of them from one data-science publication. Author and topic are mixed in. Claps, not reads or earnings. The interval is worked out from the reported z.",
	),
};

/** Titles by their length against their group; not through a z. */
export const MEDIUM_TITLE_LENGTHS: Source = {
	...MEDIUM_TITLES,
	id: "medium-title-lengths",
	detail: sentence(
		"Observed, not tested: claps of titles of one length against the mean of their publication and day, most of them from one data-science publication. Author and topic are mixed in. Claps, not reads or earnings.",
	),
};

export const MEDIUM_SUBTITLES: Source = {
	id: "medium-subtitles",
	title: "43,565 Medium stories, subtitles and claps",
	detail: sentence(
		"Observed, not tested: 30,489 pairs of stories of one publication and day, most of them from one data-science publication, in which one story had more than three times the claps of the other. Among all 53,615 pairs it was 54% (53 to 55.1%). Author and topic are mixed in. Claps, not reads or earnings.",
	),
};

export const MEDIUM_READING_TIME: Source = {
	id: "medium-reading-time",
	title: "43,565 Medium stories, reading time and claps",
	detail: sentence(
		"Observed, not tested. The share is of 30,489 pairs of stories of one publication and day in which one had more than three times the claps of the other: how often the longer one had them. Among all 53,615 pairs it was 55.9% (55.2 to 56.6%). Claps by minutes are against the mean of the publication and day. Most stories are from one data-science publication. Claps, not reads or earnings.",
	),
};

export const MEDIUM_CLICKBAIT: Source = {
	id: "medium-clickbait",
	title: "Medium blog, \u201cQuality, clickbait\u201d",
	detail: sentence(
		"Medium's own checklist: nothing more provocative than the story merits, no over-promising with hyperbolic claims or absolutes that cannot be checked, no important context withheld, nothing misleading. How a text is checked against it here is our own reading.",
	),
	url: "https://blog.medium.com/quality-clickbait-919057f905b7",
};

export const MEDIUM_CLICKBAIT_WORDS: Source = {
	...MEDIUM_CLICKBAIT,
	id: "medium-clickbait-words",
	detail: sentence(
		"Medium's own checklist: worries and insecurities, absolutes that cannot be checked, withheld context, clichés, gimmicks and cheap language. Medium names a few phrases; the longer list of phrases is ours.",
	),
};

export const MEDIUM_EARNING: Source = {
	id: "medium-earning",
	title: "Medium help, \u201cHow stories earn\u201d (16030675401879)",
	detail: sentence("A member has to stay for at least 30 seconds before a visit counts as a read and can earn."),
	url: "https://help.medium.com/hc/en-us/articles/16030675401879",
};

export const MEDIUM_GUIDELINES: Source = {
	id: "medium-guidelines",
	title: "Medium help, \u201cDistribution Guidelines\u201d (360006362473), August 2024",
	detail: sentence(
		"What curators look for, in Medium's words: stories that deepen readers' understanding of themselves, others, their endeavours or the world; human storytelling, knowledge and personal expression; thoughtful, nuanced, knowledgeable views. The four names and the words that count as signs are ours and were not measured.",
	),
	url: "https://help.medium.com/hc/en-us/articles/360006362473",
};

export const MEDIUM_FORMATTING: Source = {
	id: "medium-formatting",
	title: "Medium Creators, May 2022, quoted by others",
	detail: sentence("Bold text used as a heading is not a heading and can count against a story when it is curated."),
};

export const PREVIEW_LIMITS: Source = {
	id: "preview-limits",
	title: "Preview limits of feeds and search pages",
	detail: sentence(
		"Reported by writers: Medium previews clip titles near 100 characters and subtitles near 140, search pages show about 60. Approximate; screens differ.",
	),
};

export const READABILITY_CONVENTION: Source = {
	id: "readability-convention",
	title: "Published readability thresholds (Yoast, Hemingway)",
	detail: sentence(
		"A custom of web writing with stated thresholds. Not measured on Medium: nobody has published texts with their outcomes.",
	),
};

export const CHARACTERS_A_PARAGRAPH: Source = {
	id: "characters-a-paragraph",
	title: "Published limits for Japanese (Yoast)",
	detail: sentence(
		"300 characters a paragraph and 600 between headings are called long, 400 and 700 very long. Published for Japanese; used here for Chinese and Korean too. A custom of web writing, not measured on Medium.",
	),
};

export const ACCESSIBILITY: Source = {
	id: "accessibility",
	title: "Web Content Accessibility Guidelines 2.2",
	detail: sentence("What readers with a screen reader or a keyboard need. A standard, not a measured effect."),
	url: "https://www.w3.org/TR/WCAG22/",
};

export const WRITING_CONVENTION: Source = {
	id: "writing-convention",
	title: "Custom of editors",
	detail: sentence("Advice that editors share. Not measured."),
};

/** Change of click-through rate in A/B tests, per cent with its 95% interval. */
export function clicks(percent: number, low: number, high: number): Evidence {
	return { class: "abClicks", source: UPWORTHY, effect: { measure: "clickThrough", percent, low, high } };
}

/** The same, measured on the tests that the headline model is fitted to. */
export function clicksHere(percent: number, low: number, high: number): Evidence {
	return { class: "abClicks", source: UPWORTHY_FITTED, effect: { measure: "clickThrough", percent, low, high } };
}

/** Change in claps from the reported lift and its z: the interval is symmetric in the logarithm. */
export function claps(percent: number, z: number): Evidence {
	const log = Math.log1p(percent / 100);
	const half = 1.96 * Math.abs(log / z);
	const back = (value: number) => Math.round(Math.expm1(value) * 1000) / 10;
	return {
		class: "mediumClaps",
		source: MEDIUM_TITLES,
		effect: { measure: "claps", percent, low: back(log - half), high: back(log + half) },
	};
}

/** Share of the pairs with a clear winner, one story having more than three times the claps of the other. */
export function pairsWon(percent: number, low: number, high: number, source: Source): Evidence {
	return { class: "mediumClaps", source, effect: { measure: "pairsWon", percent, low, high } };
}

export const mediumRule = (source: Source): Evidence => ({ class: "mediumRule", source });
export const convention = (source: Source): Evidence => ({ class: "convention", source });

function neutral(effect: Effect): number {
	return effect.measure === "pairsWon" ? 50 : 0;
}

/** Whether the 95% interval leaves out "no effect". */
export function isClear(effect: Effect): boolean {
	return effect.low > neutral(effect) || effect.high < neutral(effect);
}

export type Verdict = "for" | "against" | "mixed";

/**
 * What the figures say together. A verdict needs one clear effect and no source that points the other way;
 * everything else is `mixed` and must never push the writer.
 */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
	const effects = evidence.flatMap((one) => (one.effect ? [one.effect] : []));
	if (!effects.some(isClear)) return "mixed";
	if (effects.every((effect) => effect.percent > neutral(effect))) return "for";
	if (effects.every((effect) => effect.percent < neutral(effect))) return "against";
	return "mixed";
}

/** `carries`: clicks and claps point the same way; `differs`: they do not; `untested`: only one of them was looked at. */
export type Transfer = "carries" | "differs" | "untested";

export function transferOf(evidence: readonly Evidence[]): Transfer {
	const sign = (kind: Evidence["class"]) =>
		Math.sign(evidence.find((one) => one.class === kind && one.effect)?.effect?.percent ?? 0);
	const [clicked, clapped] = [sign("abClicks"), sign("mediumClaps")];
	if (clicked === 0 || clapped === 0) return "untested";
	return clicked === clapped ? "carries" : "differs";
}
