/** Past participles, and the words that look like one and are none. Own lists. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Participles of irregular verbs that can be passive. */
export const IRREGULAR: ReadonlySet<string> = list(`
awoken beaten begun bent bet bitten bled blown bought bound bred broken brought built burnt burst cast caught chosen cut
dealt done drawn dreamt driven drunk dug eaten fed felt fought found flung flown forbidden forecast foreseen foretold
forgiven forgotten forsaken frozen given ground grown heard held hewn hidden hit hung hurt inlaid kept knit known laid
learnt led left lent let lit lost made meant met misled misread misspelt mistaken misunderstood mown outdone outgrown
outrun overcome overdone overheard overlaid overridden overrun overseen overtaken overthrown paid partaken proven put
quit read rebuilt recast redone redrawn regrown relaid remade repaid reread rerun resold reset retaken retold rethought
rewound rewritten ridden rung run said sawn seen sent set sewn shaken shed shod shorn shot shown shrunk shut slain slit
slung smelt smitten sold sought sown spelt spent spilt split spoilt spoken spread spun stolen strewn stricken struck
strung stuck stung sung sunk swept sworn swung taken taught thrown thrust told torn trodden typeset unbound undergone
understood undertaken undone unwound upheld upset won withdrawn withheld withstood woken worn wound woven written wrung
`);

/** Words in -ed that are no participle. */
const NO_PARTICIPLE = list(`
biped bleed breed creed deed embed exceed feed freed greed heed hundred hatred indeed inbred kindred kneed misdeed moped
naked need parakeet proceed quadruped ragged reed rugged sacred screed seaweed seed shed sled speed steed succeed tweed
watershed weed wicked wretched wooded beloved blessed crooked dogged jagged learned rotted
`);

/** Participles that say how somebody or something is; after a form of "be" they are adjectives. */
const ADJECTIVES = list(`
accomplished accustomed advanced aged alarmed amazed amused annoyed anticipated armed ashamed assorted astonished
balanced bearded biased bored bemused bewildered celebrated civilised civilized committed complicated composed concerned
confused connected contented convinced crowded dated decided dedicated delighted depressed deserted detached detailed
determined devoted disappointed disgusted dissatisfied distinguished distressed distraught divorced drunk educated elated
embarrassed enchanted engaged enlightened excited exhausted experienced fascinated fated fatigued fixed flattered focused
focussed forced frightened frustrated furnished gifted gone guarded haunted heartbroken horrified humbled hurried
impressed inclined indebted infatuated inspired intended interested intimidated intoxicated intrigued invested involved
irritated isolated jaded limited loaded married mistaken mixed motivated moved nuanced obliged obsessed
opposed outdated outraged overjoyed overwhelmed overworked packed panicked perplexed petrified pleased polished
preoccupied privileged pronounced puzzled qualified reformed related relaxed relieved renowned reserved resigned
retired rounded rushed sacred saddened satisfied scared scattered seasoned secluded settled shaped sheltered shocked
skilled sophisticated spirited spoiled startled stoned stressed stuck stunned stupefied suited supposed surprised talented
tempted terrified thrilled tired touched trapped troubled twisted upset unmarried varied versed weathered widowed worried
wounded wrinkled
`);

/** Adjectives when they tell a state ("the shop is closed"), participles when they tell what was done ("is closed by"). */
const STATES = list(`
based broken bound closed connected cooked covered cracked damaged done dressed finished forgotten frozen hidden hurt
injured known left lit located locked lost prepared rested set shut situated spent split stained torn tanned used worn
wound
`);

/** "un-" makes adjectives, but for verbs that undo something. */
const UNDOING = list(`
uncovered underestimated underfed undergone underlined undermined underpaid understaffed understated understood undertaken
underwritten undone unearthed unified united unleashed unlinked unloaded unlocked unpacked unplugged unrolled unsealed
unscrewed unsubscribed untangled untied unveiled unwound unwrapped unzipped uninstalled
`);

export type Participle = "none" | "state" | "participle";

/** @param word lower case */
export function participleKind(word: string): Participle {
	if (word.length < 3 || word.includes("-")) return "none";
	if (STATES.has(word)) return "state";
	if (ADJECTIVES.has(word) || NO_PARTICIPLE.has(word)) return "none";
	if (IRREGULAR.has(word)) return "participle";
	if (!word.endsWith("ed") || word.length < 4) return "none";
	return word.startsWith("un") && !UNDOING.has(word) ? "none" : "participle";
}
