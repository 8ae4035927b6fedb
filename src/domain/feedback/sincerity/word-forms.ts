/** Forms and words that mean the same, as far as titles and texts need them. English. */

const IRREGULAR =
	"child children|person people|man men|woman women|foot feet|tooth teeth|mouse mice|life lives|wife wives|knife knives|shelf shelves|give gave given|lend lent|teach taught|go went gone goes|write wrote written|make made|buy bought|bring brought|think thought|lose lost|run ran|say said|tell told|know knew known|take took taken|come came|leave left|keep kept|feel felt|find found|get got gotten|sell sold|spend spent|build built|break broke broken|choose chose chosen|drive drove driven|eat ate eaten|fall fell fallen|forget forgot forgotten|grow grew grown|hold held|hide hid hidden|lead led|meet met|pay paid|rise rose risen|sing sang sung|sit sat|see saw seen|send sent|shake shook shaken|sleep slept|speak spoke spoken|stand stood|steal stole stolen|swim swam swum|throw threw thrown|understand understood|wear wore worn|win won|begin began begun|catch caught|fight fought|fly flew flown|hear heard|mean meant|read reads|ring rang rung|sink sank sunk|tear tore torn|wake woke woken|weep wept|cut cuts|do did done does|lie lay lain lying|die dying|have had has|become became|cost costs|draw drew drawn|drink drank drunk|hit hits|hurt hurts|quit quits|ride rode ridden|seek sought|shoot shot|slide slid|swear swore sworn|blow blew blown|bake baked baker";

const BASE = new Map<string, string>();
for (const group of IRREGULAR.split("|")) {
	const [base = "", ...forms] = group.split(" ");
	for (const form of forms) BASE.set(form, base);
}

/** "taught" → "teach"; a regular form stays as it is. */
export function baseForm(word: string): string {
	return BASE.get(word) ?? word;
}

/** Words for the same thing or a kind of it; of each group the first stands for the others and they for it. */
const SAME =
	"bike bicycle|phone smartphone mobile telephone|car vehicle automobile|kid child son daughter boy girl|photo picture photograph image|film movie|job post position work|mother mom mum mama mummy|father dad papa daddy|grandmother grandma gran granny nana|grandfather grandpa grandad|husband spouse partner|wife spouse partner|marriage married|boss manager chief|doctor physician surgeon|police officer cop|teacher instructor tutor professor|money cash|rich wealthy wealth|quit stopped stop left|begin start|end finish stop|big large huge|small little tiny|fast quick quickly rapid|smart clever intelligent bright|sad unhappy grief|happy glad joy|illegal forbidden banned|cost price costs|learn learned|salary wage income|reply answer respond|buy bought purchase|house home flat|fix repair mend cure|habit routine|error mistake wrong|old aged|love enjoy prefer|hate dislike loathe|silence silent quiet|train railway rail|author writer|novel book|garden gardening|trip journey travel|scared afraid fear|sick ill illness|dead died death|weird strange odd|lonely alone|hard difficult|easy simple|wrong mistake error|cat kitten|dog puppy|airplane plane aeroplane aircraft|taste flavour flavor|cycling cycle bike bicycle";

const GROUPS = new Map<string, string[]>();
for (const group of SAME.split("|")) {
	const words = group.split(" ");
	const first = words[0] ?? "";
	GROUPS.set(first, [...(GROUPS.get(first) ?? []), ...words.slice(1)]);
	for (const word of words.slice(1)) GROUPS.set(word, [...(GROUPS.get(word) ?? []), first]);
}

/** What a word or, of a plural, its singular has. */
const found = (words: ReadonlyMap<string, readonly string[]>, word: string) =>
	words.get(word) ?? words.get(word.replace(/s$/, "")) ?? [];

/** Words that may stand for this one in a text: for the same thing, or a kind of it. */
export function synonymsOf(word: string): readonly string[] {
	return found(GROUPS, word);
}

const FIELDS = new Map(
	"winter cold snow ice frost december january february|cycling pedal ride|marriage husband wife|money dollars euros|kitchen cook|flying flight airplane|learning lesson taught|silence pause"
		.split("|")
		.map((line) => line.split(" "))
		.map(([subject = "", ...words]): [string, readonly string[]] => [subject, words]),
);

/** Words that speak of a subject without naming it. */
export function fieldOf(subject: string): readonly string[] {
	return found(FIELDS, subject);
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));
