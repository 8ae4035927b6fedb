/** Persons and scenes in English text: one reading of them for the opening and for the four marks. */
import type { Stretch } from "../block-content.ts";

/** Where a pattern is found in a text. @param pattern with the flag `g` */
export const stretchesOf = (pattern: RegExp, text: string): Stretch[] =>
	text
		.matchAll(pattern)
		.map((found) => ({ start: found.index, end: found.index + found[0].length }))
		.toArray();

/** Any of some phrases, as whole words in either case; apostrophes are straight. */
export const phrases = (...list: string[]): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join("|")})(?![\\p{L}\\p{N}])`, "giu");

const PEOPLE = phrases(
	"(?:my|our|his|her|their) (?:\\w+ )?(?:mother|father|mum|mom|dad|sister|brother|friend|neighbou?r|daughter|son|wife|husband|partner|grandmother|grandfather|aunt|uncle|cousin|teacher|boss|colleague|niece|nephew|doctor)",
	"(?:the|an?|one) (?:\\w+ )?(?:woman|man|girl|boy|child|friend|waiter|driver|nurse|doctor|teacher|stranger|neighbou?r|baker|farmer|colleague|old man|old woman)",
	"(?:she|he)(?:'s|'d|'ll| \\w+)",
);
/** Somebody by name who does something, or with a title. */
const NAMED =
	/(?<![\p{L}\p{N}])(?:(?:Mrs?|Ms|Dr)\.? \p{Lu}\p{Ll}+|(?!(?:She|He|It|We|They|You|Who|What|This|That|Then|There|One|Nobody|Somebody|Someone|Everyone|Everybody|People|Nothing|Something|All|Both)\b)\p{Lu}\p{Ll}+ (?:said|says|asked|asks|told|looked|laughed|smiled|nodded|walked|sat|stood|took|put|gave|came|went|found|called|wrote|answered|wanted|knew|thought|showed))(?![\p{L}\p{N}])/gu;

const SCENE = phrases(
	"(?:one|that|the next|every|last) (?:morning|evening|night|afternoon|day|week|month|year|summer|winter|spring|autumn|fall)",
	"on (?:a|one|that|the) (?:\\w+ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
	"(?:at|before|after|around) (?:noon|midnight|dawn|dusk|night|\\w+ o'clock)",
	"in the (?:\\w+ )?(?:morning|evening|afternoon|night)",
	"yesterday",
	"\\w+ (?:years?|months?|weeks?|days?) ago",
	"(?:in|on|at|under|behind|beside|above|through|into|outside|inside|across|by) (?:the|an?|my|our|his|her|their) (?:\\w+ )?(?:kitchen|room|bedroom|bathroom|hallway|house|flat|apartment|garden|yard|street|road|corner|bridge|bus|train|tram|car|plane|station|airport|office|desk|table|bench|chair|bed|floor|door|window|wall|stairs|roof|shop|store|market|café|cafe|bar|restaurant|hotel|hospital|school|classroom|library|church|field|forest|woods?|river|lake|beach|shore|sea|mountain|hill|valley|village|town|city|harbou?r|workshop|shed|cellar|basement|factory|farm|tent|boat|ship|counter|platform)",
);

/** Somebody in particular, in the order of the text; who says "I" is not counted. @param text with straight apostrophes */
export const peopleIn = (text: string): Stretch[] =>
	[...stretchesOf(PEOPLE, text), ...stretchesOf(NAMED, text)].sort((one, other) => one.start - other.start);

/** Where it is and when: what a scene is known by. @param text with straight apostrophes */
export const scenesIn = (text: string): Stretch[] => stretchesOf(SCENE, text);
