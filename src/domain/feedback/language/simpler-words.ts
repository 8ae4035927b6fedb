/** Long words and phrases, and the short ones that say the same. Own list after the advice of plain-language guides. */

/** Fixed forms: "long > short". Several long ones share a line. */
const FIXED = `
in order to > to
so as to > to
due to the fact that | owing to the fact that | in light of the fact that | in view of the fact that | for the reason that | on account of the fact that > because
in spite of the fact that | despite the fact that | regardless of the fact that > although
in the event that | on condition that > if
at this point in time | at this moment in time | at the present time | at the current time > now
at that point in time | at that moment in time > then
in the near future > soon
in the not too distant future > soon
prior to | in advance of > before
subsequent to > after
with regard to | with regards to | in regard to | in regards to | with respect to | pertaining to | in reference to | with reference to > about
for the purpose of > for
for the purposes of > for
in close proximity to | in the vicinity of > near
on a regular basis > regularly
on a daily basis > daily
on a weekly basis > weekly
on a monthly basis > monthly
on a yearly basis | on an annual basis > yearly
has the ability to | has the capacity to > can
have the ability to | have the capacity to > can
is able to | are able to > can
was able to | were able to > could
in addition to > besides
in conjunction with > with
a large number of | a great number of > many
a small number of > a few
a great deal of > much
the vast majority of | the great majority of | the majority of | a majority of > most
with the exception of > except
until such time as > until
in excess of > more than
in lieu of > instead of
during the course of | in the course of > during
end result | final outcome > result
free gift > gift
past history > history
future plans > plans
advance planning > planning
added bonus > bonus
unexpected surprise > surprise
basic fundamentals > basics
completely finished > finished
absolutely essential > essential
numerous > many
sufficient > enough
an additional > another
additional > more
approximately > about
subsequently > later
consequently > so
whilst > while
amongst > among
thusly > thus
optimal > best
initially > at first
aforementioned > these
erroneous > wrong
erroneously > wrongly
equitable > fair
expeditious > quick
expeditiously > quickly
inception > start
lengthy > long
magnitude > size
notwithstanding > despite
methodology > method
methodologies > methods
utilization | utilisation > use
individuals > people
assistance > help
commencement > start
modification > change
modifications > changes
remainder > rest
proficiency > skill
necessitates > needs
possesses > has
cognizant of > aware of
henceforth > from now on
heretofore | hitherto > until now
therein > in it
thereof > of it
herein > here
whereas it is > while it is
per annum > a year
viable > workable
`;

/**
 * Verbs, all forms: "long > short[, past[, participle]]". `~`: also a noun, so only where a verb must stand;
 * `^`: its short word does not go into the passive. `+` after the short verb doubles its last letter.
 */
const VERBS = `
utilize | utilise > use
~leverage > use
^commence > start
~endeavor | ~endeavour > try
terminate > end
assist > help
facilitate > ease
demonstrate > show, showed, shown
^obtain | ^acquire | ^procure > get+, got
ascertain > find out, found out
attain > reach
cease > stop+
comprehend > understand, understood
construct > build, built
conceal > hide, hid, hidden
disseminate > spread, spread
elucidate > explain
eliminate > remove
^encounter > meet, met
enumerate > list
expedite > speed up, sped up
finalize | finalise > finish
^initiate > start
inquire | enquire > ask
^locate > find, found
necessitate > need
notify > tell, told
~purchase > buy, bought
rectify > fix
relinquish > give up, gave up, given up
^reside > live
^retain > keep, kept
solicit > ask for
substantiate > prove
transmit+ > send, sent
verify > check
accomplish > achieve
accumulate > gather
alleviate > ease
ameliorate > improve
anticipate > expect
augment > increase
compensate > pay, paid
delineate > describe
discontinue > stop+
emphasize | emphasise > stress
^indicate > show, showed, shown
modify > change
^participate > take part, took part, taken part
peruse > read, read
preclude > prevent
recapitulate > sum up, summed up
reimburse > pay back, paid back
remunerate > pay, paid
^transpire > happen
make use of > use
~attempt > try
~request > ask for
`;

export interface Simpler {
	/** `null` when no form of the short word fits this form of the long one. */
	replacement: string | null;
	/** For a form that is past tense and participle: what to put when it is a participle. */
	participle?: string;
	/** The word without ending, for the message. */
	plain: string;
	form: "fixed" | "base" | "s" | "ing" | "past";
	/** Also a noun. */
	noun: boolean;
	/** The short word does not go into the passive. */
	active: boolean;
}

interface VerbForms {
	base: string;
	s: string;
	ing: string;
	past: string;
	participle: string;
}

/** Forms of a regular English verb; `past` and `participle` where it is not regular. The first word of a phrase is inflected. */
function verbForms(verb: string, past?: string, participle?: string): VerbForms {
	const doubles = verb.endsWith("+");
	const whole = doubles ? verb.slice(0, -1) : verb;
	const [base = "", ...after] = whole.split(" ");
	const rest = after.length > 0 ? ` ${after.join(" ")}` : "";
	const doubled = doubles || (base === "sum" && rest === " up") ? base + base.slice(-1) : base;
	const silent = /[^e]e$/.test(base) ? base.slice(0, -1) : doubled;
	const consonantY = /[^aeiou]y$/.test(base);
	const s = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
	const regular = consonantY ? `${base.slice(0, -1)}ied` : `${silent}ed`;
	return {
		base: base + rest,
		s: s + rest,
		ing: `${silent}ing${rest}`,
		past: past ?? regular + rest,
		participle: participle ?? past ?? regular + rest,
	};
}

const lines = (text: string): [left: string[], right: string][] =>
	text
		.trim()
		.split("\n")
		.map((line) => {
			const [left = "", right = ""] = line.split(" > ");
			return [left.split(" | "), right];
		});

/** Every form of every entry. */
export function* simplerEntries(): Generator<readonly [phrase: string, value: Simpler]> {
	for (const [longs, plain] of lines(FIXED))
		for (const long of longs) yield [long, { replacement: plain, plain, form: "fixed", noun: false, active: false }];
	for (const [longs, right] of lines(VERBS)) {
		const [short = "", past, participle] = right.split(", ");
		const forms = verbForms(short, past, participle);
		for (const marked of longs) {
			const noun = marked.startsWith("~");
			const active = marked.startsWith("^");
			const [long, longPast] =
				marked === "make use of" ? [marked, "made use of"] : [marked.replace(/^[~^]/, ""), undefined];
			const from = verbForms(long, longPast);
			const common = { plain: forms.base, noun, active };
			yield [from.base, { ...common, form: "base", replacement: forms.base }];
			yield [from.s, { ...common, form: "s", replacement: forms.s }];
			yield [from.ing, { ...common, form: "ing", replacement: forms.ing }];
			yield [from.past, { ...common, form: "past", replacement: forms.past, participle: forms.participle }];
		}
	}
}
