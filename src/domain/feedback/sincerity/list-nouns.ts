/** Nouns that announce a list, and the people of a story, who are none. English. */
import { wordSet } from "./word-forms.ts";

/** As they stand after a number. */
export const LIST_NOUNS = wordSet(
	"ways tips tricks lessons reasons things steps rules habits mistakes ideas questions tools books signs principles facts secrets examples methods strategies techniques truths myths skills exercises stories libraries features commands apps hacks patterns practices quotes changes experiments answers benefits challenges concepts prompts resources insights takeaways hints errors traps pitfalls problems projects types kinds stages phases qualities traits phrases laws layers articles essays recipes walks arguments proverbs objects sounds stitches knots words places plants songs poems films movies podcasts shortcuts alternatives excuses misconceptions predictions rituals parts points items numbers",
);

const SINGULAR = new Map([...LIST_NOUNS].map((noun) => [noun.replace(/ies$/, "y").replace(/s$/, ""), noun]));

/** "lesson" → "lessons"; `null` for a word that announces no list. */
export const listNounOf = (singular: string): string | null => SINGULAR.get(singular) ?? null;

/** A number of these tells who is in the story. */
export const PEOPLE = wordSet(
	"brothers sisters friends siblings twins cousins kids children boys girls sons daughters strangers neighbours neighbors colleagues students teachers soldiers nurses doctors writers founders mothers fathers parents couples families roommates flatmates passengers guests dogs cats goats horses cows",
);
