/** Signs of the four marks, found block by block. Words are English; links, lists, code and figures are counted in any language. */
import type { BlockContent, Stretch } from "../block-content.ts";
import { isImperative } from "../sincerity/imperative.ts";
import { readContent } from "../sincerity/reading.ts";
import { peopleIn, phrases, scenesIn, stretchesOf } from "./people-and-scenes.ts";

export type SignId =
	| "sources"
	| "figures"
	| "reasons"
	| "objection"
	| "experience"
	| "example"
	| "explained"
	| "result"
	| "people"
	| "scene"
	| "speech"
	| "turn"
	| "steps"
	| "advice"
	| "materials"
	| "takeaway";

/** Blocks longer than this are read this far. */
const LONGEST = 20_000;

type Finder = (content: BlockContent, text: string) => Stretch[];

const matching =
	(pattern: RegExp): Finder =>
	(_, text) =>
		stretchesOf(pattern, text);

const words = (...list: string[]) => matching(phrases(...list));

const whole = (content: BlockContent): Stretch[] => [{ start: 0, end: content.text.length }];

/** Each item of a list in order. */
const items = ({ text }: BlockContent): Stretch[] => {
	let start = 0;
	return text.split("\n").flatMap((line) => {
		const place = { start, end: start + line.length };
		start = place.end + 1;
		return line.trim() === "" ? [] : [place];
	});
};

/** "See here", "Read more", "Check out": leads elsewhere, and is no step. */
const ELSEWHERE = /https?:\/\/|\bwww\.|^(?:see|check out|read (?:more|on|my)|click here|note that|notice)\b/i;

/** Sentences of imperatives: where a reader is told what to do. */
const imperatives: Finder = (content) => {
	const { sentences } = readContent(content);
	return content.sentences.slice(0, sentences.length).flatMap(({ text, start, end }, at) => {
		const inside = sentences[at]?.words ?? [];
		return isImperative(inside) && inside[0] !== "you" && !ELSEWHERE.test(text.slice(0, 2000)) ? [{ start, end }] : [];
	});
};

const sources = words(
	"according to",
	"(?:a|the|this|one|another|recent|new) (?:\\w+ )?(?:study|survey|report|paper|analysis|review|trial|experiment|census)",
	"(?:studies|surveys|researchers|scientists|economists|historians)(?: \\w+)? (?:show|showed|shown|found|have found|suggest|report|reported|say|measured|who|at|from)",
	"(?:published|reported|measured|cited) (?:in|by|at)",
	"et al",
	"data (?:from|by|of)",
);
/** "says Counterpoint", "Counterpoint's report"; who is quoted speaks, and is no source. */
const namedSources = matching(
	/(?<![”"»]\s?)(?<![\p{L}\p{N}])(?:says|reports|reported|estimates|estimated|writes) (?:the )?\p{Lu}[\p{L}\p{N}]+|(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{1,40}'s? (?:\p{L}{1,20} )?(?:report|study|survey|analysis|data|figures|paper|research|statistics|index|census)(?![\p{L}\p{N}])/gu,
);
/** A figure with what it counts or measures; a lone number or a year is none. Begins once in a run of digits. */
const figures = matching(
	/(?:[$€£¥]\s?\d[\d.,]*|(?<![\d.,])\d[\d.,]*\s\p{L}{1,30}\s(?:an?|per|each|every)\s(?:second|minute|hour|day|night|week|month|year|person|head)\b|(?<![\d.,])\d{1,3}(?:,\d{3}){1,5}\s\p{Ll}{2,30}|(?<![\d.,])\d[\d.,]*\s?(?:%|percent\b|per cent\b|million\b|billion\b|€|\$|£|(?:kilo(?:metre|meter|gram)|met(?:re|er)|mile|hour|minute|second|day|week|month|year|euro|dollar|pound|degree|word|page|people|time|user|reader|customer|patient|employee|case|point|kg|km|ms|MB|GB)s?\b))/giu,
);

const EXAMPLE = words(
	"for example",
	"for instance",
	"e\\.g\\.?",
	"say (?:you|that|we|i)",
	"suppose",
	"imagine (?:that|you|a|an|the)",
	"take (?:the case|the example|a look at)",
	"a case in point",
	"here(?:'s| is) (?:an example|how it|what it|one)",
	"such as",
);
const MATERIALS = words(
	"you(?:'ll| will)? need",
	"ingredients?",
	"tools?",
	"(?:\\d+|two|three|four|five|six|half an?|an?) (?:grams?|g|kilos?|spoons?|tablespoons?|teaspoons?|cups?|centimet(?:re|er)s?|millimet(?:re|er)s?|met(?:re|er)s?|inch(?:es)?|screws?|pieces?|sheets?)",
	"download",
	"template",
	"settings?",
);

const EXPLAINED = words(
	"in other words",
	"that is to say",
	"(?:is|are) (?:called|known as)",
	"(?:this|which|it|that) means",
	"think of (?:it|this|them) as",
	"works? like this",
	"put simply",
	"the (?:principle|idea|trick|rule|point|difference) (?:is|was|behind)",
	"by (?:which|this) i mean",
);
/** "Hydration (the share of water in the dough)". */
const inBrackets = matching(
	/\p{L}{3,40} \((?:that is|i\.e\.|meaning|short for|(?:the|an?) \p{L}{1,30}(?: \p{L}{1,30})? (?:of|in|that|which|for|to|by|between|with|from))[,\s][^()\n]{3,200}\)/gu,
);

const inOrder = (...found: readonly Stretch[][]) => found.flat().sort((one, other) => one.start - other.start);

const FINDERS: Readonly<Record<SignId, Finder>> = {
	sources: (content, text) => [
		...content.links.filter(({ href }) => /^https?:/i.test(href)),
		...(content.block.type === "footnote" || content.block.type === "linkCard"
			? whole(content)
			: inOrder(sources(content, text), namedSources(content, text))),
	],
	figures: (content, text) => (content.block.type === "table" ? whole(content) : figures(content, text)),
	reasons: words(
		"because",
		"therefore",
		"as a result",
		"that is why",
		"that's why",
		"the reason (?:is|was|for)",
		"which means(?: that)?",
		"this means(?: that)?",
		"it follows",
		"consequently",
		"compared (?:with|to)",
		"in contrast",
	),
	objection: words(
		"on the other hand",
		"(?:critics|opponents|sceptics|skeptics)",
		"one (?:might|may|could) (?:object|argue|say)",
		"some (?:would|will|may|might) (?:say|argue|object)",
		"it is true that",
		"it's true that",
		"admittedly",
		"to be fair",
		"of course there (?:is|are)",
		"the (?:objection|counter-?argument|drawback|downside|catch|trade-?off|limit(?:s|ation)?)",
		"(?:it|this|that) (?:was|is) not (?:free|perfect|without|for every(?:one|body))",
		"i (?:may|might|could) be wrong",
		"that said",
	),
	experience: words(
		"(?:in|during|after|over) my (?:\\w+ ){0,2}(?:years|career|work|job|time) (?:as|at|in|of|with)",
		"(?:my|our) (?:team|company|firm|clients?|customers?|patients?|students?|pupils?|colleagues?|employer|manager|office|lab|clinic|department|codebase|build|product|project|app|service|launch|release|users)",
		"(?:we|nobody|everybody|everyone) (?:\\w+ )?on (?:the|our|my) team",
		"i (?:work|worked|have worked|'ve worked) (?:as|at|for|in|with)",
		"(?:as|being|was) an? (?:\\w+ )?(?:nurse|doctor|teacher|engineer|developer|designer|manager|lawyer|editor|founder|consultant|researcher|scientist|carpenter|cook|chef|farmer|therapist|programmer|analyst|accountant|architect|photographer|translator|librarian|director|freelancer)",
		"at (?:work|the office|my (?:last|first|old|previous|current) (?:job|company))",
		"i(?:'ve| have) (?:[\\w']+ ){1,5}for (?:\\w+ ){0,2}(?:years|decades)",
		"in production",
	),
	example: (content, text) => (content.block.type === "code" ? whole(content) : EXAMPLE(content, text)),
	explained: (content, text) => inOrder(EXPLAINED(content, text), inBrackets(content, text)),
	result: words(
		"(?:fell|dropped|rose|grew|went|cut|reduced|increased|shortened|improved|down|up) (?:\\w+ ){0,4}(?:from|by|to) (?:about |nearly |almost |over )?[$€£]?\\d+(?:[.,]\\d+)*",
		"from [$€£]?\\d+(?:[.,]\\d+)*(?:\\s?%|\\s\\w+)? (?:\\w+ )?to [$€£]?\\d+(?:[.,]\\d+)*",
		"saved (?:us |me |them )?(?:about |nearly |almost |over )?[$€£]?\\d+(?:[.,]\\d+)*",
		"(?:twice|three times|half) as (?:many|much|fast|long|often)",
	),
	people: (_, text) => peopleIn(text),
	scene: (_, text) => scenesIn(text),
	speech: matching(/[“"«][^“"”«»\n]{3,200}[”"»]/gu),
	turn: words(
		"until",
		"but then",
		"and then",
		"one day",
		"suddenly",
		"at last",
		"in the end",
		"that was when",
		"for the first time",
		"since then",
		"never again",
		"i (?:realised|realized|noticed|understood|decided|stopped|quit|gave up|learned|learnt)",
	),
	steps: (content, text) => {
		const { block } = content;
		if (block.type === "list")
			return block.ordered && block.items.length > 1 ? items(content) : imperatives(content, text);
		if (block.type === "heading")
			return /^\s*(?:step\s*)?#?\d{1,2}\s*[.):–—-]/i.test(text.slice(0, 20))
				? whole(content)
				: imperatives(content, text);
		return block.type === "paragraph" ? imperatives(content, text) : [];
	},
	advice: words(
		"you (?:can|could|should|need to|have to|must|may want to|might want to|will want to)",
		"(?:don't|do not|never|always|avoid|try|remember to|make sure|be sure to)",
		"if you (?:want|have|are|need|can|do|don't|live|like)",
		"it(?:'s| is) (?:worth|better|best|enough|safer|easier) (?:to|if)",
	),
	materials: (content, text) =>
		content.block.type === "code" || content.block.type === "table" || content.block.type === "embed"
			? whole(content)
			: MATERIALS(content, text),
	takeaway: words(
		"in short",
		"to sum up",
		"in summary",
		"(?:key )?takeaways?",
		"the (?:bottom line|lesson|moral)",
		"next time",
		"what i(?:'d| would) (?:do differently|tell you|try first)",
		"remember (?:this|that|one thing)",
		"checklist",
		"tl;?dr",
		"the rule (?:is|of thumb)",
		"rule of thumb",
	),
};

/** A heading that begins with a number: "3.", "#3:", "Schritt 3:", "3、". */
const NUMBERED_HEADING = /^\s*(?:\p{L}{1,12}\s+)?#?\p{Nd}{1,2}\s*[.):：、–—-]/u;

const wholeIf = (content: BlockContent, ...types: readonly BlockContent["block"]["type"][]) =>
	types.includes(content.block.type) ? whole(content) : [];

/** What can be seen of a sign in any language: links, lists, code, tables, quotation marks, figures with a sign of their own. */
const WORDLESS: Readonly<Partial<Record<SignId, Finder>>> = {
	sources: (content) => [
		...content.links.filter(({ href }) => /^https?:/i.test(href)),
		...wholeIf(content, "footnote", "linkCard"),
	],
	figures: (content, text) => [
		...wholeIf(content, "table"),
		...matching(
			/(?:[$€£¥₹]\s?\p{Nd}[\p{Nd}.,]*|(?<![\p{Nd}.,])\p{Nd}[\p{Nd}.,]*\s?(?:[%％€£¥₹$°円元원]|(?:km|cm|mm|kg|mg|ml|GB|MB|kWh|m²)(?!\p{L})))/gu,
		)(content, text),
	],
	example: (content) => wholeIf(content, "code"),
	speech: matching(/[„“"«»「『][^„“”"«»「」『』\n]{3,200}[“”"«»」』]/gu),
	steps: (content) => {
		const { block, text } = content;
		if (block.type === "list") return block.ordered && block.items.length > 1 ? items(content) : [];
		return block.type === "heading" && NUMBERED_HEADING.test(text.slice(0, 40)) ? whole(content) : [];
	},
	materials: (content) => wholeIf(content, "code", "table", "embed"),
};

/** Whether anything of a sign can be seen in a text whose words are not known. */
export const isWordless = (sign: SignId): boolean => WORDLESS[sign] !== undefined;

/** The signs a block shows, each with its places; signs it does not show are left out. */
export type ShownSigns = ReadonlyMap<SignId, readonly Stretch[]>;

const known = { reads: new WeakMap<BlockContent, ShownSigns>(), wordless: new WeakMap<BlockContent, ShownSigns>() };

/**
 * Looked up once a content.
 * @param reads whether the words are English; else only what needs no words is looked for
 */
export function signsOf(content: BlockContent, reads = true): ShownSigns {
	const kept = reads ? known.reads : known.wordless;
	const before = kept.get(content);
	if (before) return before;
	const text = content.text.slice(0, LONGEST).replaceAll("’", "'");
	const signs = new Map<SignId, readonly Stretch[]>();
	for (const [sign, find] of Object.entries(reads ? FINDERS : WORDLESS) as [SignId, Finder][]) {
		const places = find(content, text);
		if (places.length > 0) signs.set(sign, places);
	}
	kept.set(content, signs);
	return signs;
}
