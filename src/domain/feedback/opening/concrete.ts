/** Things a reader can hold on to: persons, numbers, names, questions, speech, a scene. English words. */

export type Concrete = "person" | "number" | "name" | "question" | "speech" | "scene";

const PERSON =
	/\b(?:I|[Mm]y|me|[Ss]he|[Hh]e|[Hh]er|[Hh]is|him|mother|father|mum|mom|dad|sister|brother|friend|neighbour|neighbor|daughter|son|wife|husband|grandmother|grandfather|aunt|uncle|teacher|boss|colleague|doctor|nurse|man|woman|child|girl|boy|driver|waiter|stranger)\b/;
/** A capital inside a sentence: a name, not a sentence's first word. */
const NAME = /[\p{Ll},;] \p{Lu}\p{Ll}{2,}/u;
const SPEECH = /[“"«][^“"”«»\n]{3,200}[”"»]/u;

const TIME =
	/\b(?:morning|evening|night|midnight|noon|dawn|dusk|afternoon|yesterday|last (?:week|month|year|summer|winter|spring|autumn|fall|night)|one day|that day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|summer|winter|autumn|spring|o'clock|in (?:19|20)\d\d|years? ago|months? ago|weeks? ago|days? ago)\b/i;
const PLACE =
	/\b(?:in|on|at|under|behind|beside|above|through|across|outside|inside|by|into) (?:the|a|an|my|our|his|her|their) (?:\w+ )?(?:kitchen|room|bedroom|bathroom|hallway|house|flat|apartment|garden|yard|street|road|corner|bridge|bus|train|tram|car|plane|station|airport|office|desk|table|bench|chair|bed|floor|door|window|wall|stairs|roof|shop|store|market|café|cafe|bar|restaurant|hotel|hospital|school|classroom|library|church|field|forest|wood|woods|river|lake|beach|shore|sea|mountain|hill|valley|village|town|city|harbour|harbor|workshop|shed|cellar|basement|factory|farm|tent|boat|ship)\b/i;
const SENSE =
	/\b(?:smell(?:s|ed|ing)?|heard|hear|listen(?:ed|ing)?|saw|watch(?:ed|ing)?|look(?:ed|ing) (?:at|up|down|out)|felt|touch(?:ed)?|tast(?:e|ed)|cold|warm|hot|wet|dry|dark|bright|loud|silent|quiet|red|green|blue|yellow|white|black|grey|gray|smoke|rain(?:ed|ing)?|snow(?:ed|ing)?|wind|dust|sweat)\b/i;
const ACTION =
	/\b(?:walk|open|clos|knock|push|pull|turn|point|laugh|cri|shout|whisper|nodd|smil|climb|jump|dropp|pick|pour|lift|start|stopp|wait|lean|kick|cough|grabb|slamm|stepp|unlock|park|order|fold|cut)ed\b|\b(?:sat|stood|ran|fell|drove|threw|caught|held|took|woke|rang|broke|came in|went out|got up|lay|swam|slept|ate|drank|wrote)\b/i;

/** A scene has two of: when, where, something done, something sensed. */
function isScene(text: string): boolean {
	return [TIME, PLACE, SENSE, ACTION].filter((pattern) => pattern.test(text)).length >= 2;
}

export function concreteIn(text: string): Concrete[] {
	const found: Concrete[] = [];
	if (PERSON.test(text)) found.push("person");
	if (/\p{Nd}/u.test(text)) found.push("number");
	if (NAME.test(text)) found.push("name");
	if (/[?？]/.test(text)) found.push("question");
	if (SPEECH.test(text)) found.push("speech");
	if (isScene(text)) found.push("scene");
	return found;
}
