/** Signs of the four marks, found block by block. Words are English; links, lists, code and figures are counted in any language. */
import type { BlockContent, Stretch } from "../block-content.ts";
import { isImperative } from "../sincerity/imperative.ts";
import { readContent } from "../sincerity/reading.ts";

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
		text
			.matchAll(pattern)
			.map((found) => ({ start: found.index, end: found.index + found[0].length }))
			.toArray();

const words = (...phrases: string[]) =>
	matching(new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "giu"));

const whole = (content: BlockContent): Stretch[] => [{ start: 0, end: content.text.length }];

/** Sentences of imperatives: where a reader is told what to do. */
const imperatives: Finder = (content) => {
	const { sentences } = readContent(content);
	return content.sentences.slice(0, sentences.length).flatMap(({ start, end }, at) => {
		const inside = sentences[at]?.words ?? [];
		return isImperative(inside) && inside[0] !== "you" ? [{ start, end }] : [];
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
/** A figure with what it counts or measures; a lone number or a year is none. Begins once in a run of digits. */
const figures = matching(
	/(?:[$€£¥]\s?\d[\d.,]*|(?<![\d.,])\d[\d.,]*\s?(?:%|percent\b|per cent\b|million\b|billion\b|€|\$|£|(?:kilo(?:metre|meter|gram)|met(?:re|er)|mile|hour|minute|second|day|week|month|year|euro|dollar|pound|degree|word|page|people|time|user|reader|customer|patient|employee|case|point|kg|km|ms|MB|GB)s?\b))/giu,
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

const peopleInWords = words(
	"my (?:\\w+ )?(?:mother|father|mum|mom|dad|sister|brother|friend|neighbou?r|daughter|son|wife|husband|partner|grandmother|grandfather|aunt|uncle|cousin|teacher|boss|colleague|niece|nephew)",
	"(?:the|an?|one) (?:\\w+ )?(?:woman|man|girl|boy|child|waiter|driver|nurse|doctor|teacher|stranger|neighbou?r|baker|farmer|old man|old woman)",
	"(?:she|he) (?:said|asked|told|looked|laughed|smiled|nodded|walked|sat|took|put|gave|came|went)",
);
/** Somebody by name who does something, or with a title. */
const named = matching(
	/(?<![\p{L}\p{N}])(?:(?:Mrs?|Ms|Dr)\.? \p{Lu}\p{Ll}+|(?!(?:She|He|It|We|They|You|Who|What|This|That|Then|There|One|Nobody|Somebody|Someone|Everyone|Everybody|People|Nothing|Something|All|Both)\b)\p{Lu}\p{Ll}+ (?:said|says|asked|asks|told|looked|laughed|smiled|nodded|walked|sat|stood|took|put|gave|came|went|found|called|wrote|answered|wanted|knew|thought|showed))(?![\p{L}\p{N}])/gu,
);

const inOrder = (...found: readonly Stretch[][]) => found.flat().sort((one, other) => one.start - other.start);

const FINDERS: Readonly<Record<SignId, Finder>> = {
	sources: (content, text) => [
		...content.links.filter(({ href }) => /^https?:/i.test(href)),
		...(content.block.type === "footnote" || content.block.type === "linkCard"
			? whole(content)
			: sources(content, text)),
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
	explained: words(
		"in other words",
		"that is to say",
		"(?:is|are) (?:called|known as)",
		"(?:this|which|it|that) means",
		"think of (?:it|this|them) as",
		"works? like this",
		"put simply",
		"the (?:principle|idea|trick|rule|point|difference) (?:is|was|behind)",
		"by (?:which|this) i mean",
	),
	result: words(
		"(?:fell|dropped|rose|grew|went|cut|reduced|increased|shortened|improved|down|up) (?:\\w+ ){0,4}(?:from|by|to) (?:about |nearly |almost |over )?[$€£]?\\d+(?:[.,]\\d+)*",
		"from [$€£]?\\d+(?:[.,]\\d+)*(?:\\s?%|\\s\\w+)? (?:\\w+ )?to [$€£]?\\d+(?:[.,]\\d+)*",
		"saved (?:us |me |them )?(?:about |nearly |almost |over )?[$€£]?\\d+(?:[.,]\\d+)*",
		"(?:twice|three times|half) as (?:many|much|fast|long|often)",
	),
	people: (content, text) => inOrder(peopleInWords(content, text), named(content, text)),
	scene: words(
		"(?:one|that|the next|every|last) (?:morning|evening|night|afternoon|day|summer|winter|spring|autumn)",
		"on (?:a|one|that|the) (?:\\w+ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
		"(?:at|before|after|around) (?:noon|midnight|dawn|dusk|night|\\w+ o'clock)",
		"(?:in|on|at|under|behind|beside|through|into|outside|across) (?:the|an?|my|our|his|her|their) (?:\\w+ )?(?:kitchen|room|bedroom|hallway|house|flat|garden|yard|street|road|corner|bridge|bus|train|tram|car|station|office|desk|table|bench|chair|bed|floor|door|window|stairs|roof|shop|market|café|cafe|bar|restaurant|hotel|hospital|school|library|church|field|forest|river|lake|beach|shore|mountain|village|town|harbou?r|workshop|cellar|boat|counter|platform)",
	),
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
			return block.ordered && block.items.length > 1 ? whole(content) : imperatives(content, text);
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
	steps: ({ block, text }) =>
		(block.type === "list" && block.ordered && block.items.length > 1) ||
		(block.type === "heading" && NUMBERED_HEADING.test(text.slice(0, 40)))
			? [{ start: 0, end: text.length }]
			: [],
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
