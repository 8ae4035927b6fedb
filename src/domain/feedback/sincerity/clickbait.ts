/** Medium's clickbait checklist as checks of the title's words alone. English. */
import type { Finding } from "./finding.ts";

export type ClickbaitCheck = "worry" | "hyperbole" | "withheld" | "cliche" | "cheap";

const any = (...phrases: string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "iu");

/** Straight apostrophes. Each alternative is a phrase a reader would quote as the bait. */
const PHRASES: Readonly<Record<ClickbaitCheck, RegExp>> = {
	worry: any(
		"you(?:'re| are) (?:slowly |secretly |probably |actually )?(?:ruining|failing|destroying|killing|poisoning|wasting|embarrassing|sabotaging|doing \\w+ wrong|doing it (?:all )?wrong)(?: (?:your|yourself))?",
		"(?:ruining|destroying|killing|sabotaging|poisoning) your \\w+",
		"(?:is|are) (?:slowly |secretly |quietly )?(?:making you (?:sick|fat|poor|stupid|ugly|dumb|old|miserable)|killing you)",
		"(?:could|might|will|can) (?:kill|ruin|destroy|bankrupt) you(?: life)?",
		"(?:could|might|will|can) ruin your \\w+",
		"(?:people|everyone|they|friends|men|women)(?: are)?(?: all)? secretly (?:hate|hates|thinks?|judging|laughing)(?: you(?:'re)?)?",
		"mak(?:e|es|ing) (?:people|everyone|others|him|her|them) (?:hate|avoid|leave|despise) you",
		"(?:and|but) you don't (?:even )?know it",
		"(?:are|is) lying to you",
		"before it(?:'s| is) too late",
		"should be (?:terrified|scared|very worried|worried)",
		"will make you (?:angry|furious|cry|sick|sad)",
		"(?:why )?nobody (?:likes|loves|wants) you",
	),
	hyperbole: any(
		"guarante(?:ed|es?)(?: to)?",
		"(?:will|can|could|might) (?:completely |totally |forever |literally )?(?:change|transform|revolutioni[sz]e|upend) (?:your|the) (?:\\w+ )?(?:life|world|lives|everything|future)(?: forever)?",
		"completely transform(?:s|ed)? (?:your|the) \\w+(?: \\w+)?",
		"(?:your|my|our|the) (?:\\w+ )?(?:life|world) forever",
		"(?:will|'ll) never (?:\\w+ ){1,5}again",
		"(?:solves?|fixes|cures?) (?:every|all)(?: \\w+)?(?: \\w+)?",
		"(?:absolutely|literally) (?:everything|everyone|nothing|nobody|anyone)",
		"never \\w+ you the truth",
		"i promise(?: you)?",
		"(?:greatest|best|worst|biggest|most \\w+) (?:\\w+ ){0,3}(?:of all time|in the history of|in history|in the universe)",
		"(?:100|1000|1,000|200) ?(?:%|percent) (?:guaranteed|proven|certain|true)",
		"the only (?:\\w+ )?\\w+ you(?:'ll| will)? (?:ever )?need",
		"everything you (?:know|knew|think you know|thought you knew) about [^?]{2,60} is wrong",
		"(?:most|best|worst|greatest|\\w+est) (?:\\w+ ){1,3}you(?:'ll| will) ever (?:see|read|hear|watch|need|meet)",
		"foolproof",
		"miracle cure",
	),
	withheld: any(
		"you(?:'ll| will|'d| would)?(?: won't| wouldn't| never| not)? (?:believe|guess) (?:what|who|how|why|this|where)",
		"you (?:won't|wouldn't|will never|'ll never) (?:believe|guess)",
		"you'll never (?:believe|guess)",
		"what (?:happened|happens|came|comes|he did|she did|they did|\\w+ (?:\\w+ ){0,3}did) next",
		"(?:left|leaves|leaving) (?:everyone|everybody|them|us|me|the internet) (?:speechless|in tears|stunned|shocked|in shock)",
		"(?:will|might|may) (?:shock|stun|surprise|amaze|floor|astonish) you",
		"shock(?:ed|s) (?:everyone|the world|the internet|me to the core)",
		"(?:is|was|are|it's)(?:n't| not) what you(?:'d)? (?:think|thought|expect|expected)",
		"for (?:one|this|a) (?:bizarre|weird|strange|shocking|surprising|heartbreaking|ridiculous|crazy|insane) reason",
		"the (?:reason|answer|ending|result|truth) (?:will|may|might) \\w+",
		"wait (?:un)?til(?:l)? you (?:see|hear|read)",
		"the (?:strange|mysterious|shocking|one|secret) thing (?:in|about|that|they|no one)[^.?!]{0,60}speechless",
		"(?:[\\p{L}']+ ){0,2}[\\p{L}']+ (?:don't|doesn't|do not|does not) want you to know",
		"no one is talking about",
		"nobody(?:'s| is) talking about",
	),
	cliche: any(
		"game[- ]chang(?:er|ers|ing)",
		"(?:to )?the next level",
		"(?:will |to )?(?:blow|blew|blows) (?:your|my) mind",
		"mind[- ]blow(?:ing|n)",
		"jaw[- ]dropping",
		"one weird trick",
		"hidden gems?",
		"the ultimate guide",
		"(?:restored?|restores) (?:my|your|our) faith in humanity",
		"(?:will )?melt(?:s|ed)? (?:your|my) heart",
		"like a (?:pro|boss|ninja)",
		"secret sauce",
		"silver bullet",
		"unleash(?:ing)? (?:your|the)(?: \\w+)?",
		"life hacks?",
		"in today's fast-paced world",
		"hit different",
		"must[- ](?:see|read|watch)",
		"must-have",
	),
	cheap: any(
		"lol",
		"omg",
		"wtf",
		"lmao",
		"epic fail",
		"(?:freaking|frickin'?|effing|fucking|f\\*+\\w*|sh[i*]t\\w*|bullsh[i*]t|crap(?:py)?|damn(?:ed)?|badass|a[s*]{2}|a\\*\\*|bitch\\w*)",
		"sucks?(?! (?:in|up|out|on))",
		"(?:totally|absolutely|freaking) (?:insane|savage|epic|crazy|nuts)",
		"(?:is|was|are|were) (?:insane|savage|epic|lit)",
		"af",
		"idiots?",
		"moron(?:s|ic)?",
		"!!+",
	),
};

/** The first words of a title that a check of the list objects to. */
export function clickbait(check: ClickbaitCheck, title: string): Finding | null {
	const straight = title.slice(0, 400).replace(/[’‘]/g, "'");
	const found =
		check === "cheap" ? (PHRASES.cheap.exec(straight) ?? /!{2,}/.exec(straight)) : PHRASES[check].exec(straight);
	if (!found) return null;
	const [start, end] = [found.index, found.index + found[0].length];
	return { start, end, severity: "suggestion", values: { quote: title.slice(start, end) } };
}
