/** Sentences that tell the reader to do something. English. */
import { wordSet } from "./word-forms.ts";

const VERBS = wordSet(
	"add adjust aim allow apply arrange ask attach avoid bake be begin blend boil bring brush build buy call carry change check choose clean clear click close collect combine compare connect consider convert cook copy count cover create cut decide define delete deploy describe dig do don't download drag draw drill drop dry eat edit end enter explain export feel fill find finish fix fold follow get give go grab grind hang have heat help hold ignore import include insert install invite join keep lay lead learn leave let lift limit listen loosen look make mark measure meet melt mention mix move name never note notice offer open order pack pay peel pick place plan plant play point pour practise practice prepare press print pull push put raise reach read record reduce refill remember remove rename repeat replace replicate rest return rinse roll rotate rub run save say scroll scrub search see select send serve set shake share show sign sit sketch skip slice slide soak sort speak split spread stand start stay stir stop store stretch switch take talk tap teach tell test thank think tie touch trim try turn type use wait walk wash watch weave weigh wipe wrap write pretend picture imagine stick be bring treat accept forget trust learn hunt begin assume drive pause whisper breathe subtract multiply divide plug unplug unscrew screw sand paint glue",
);
const LEADS = wordSet(
	"first firstly second secondly third thirdly then next now finally lastly last so after always please also just and but or instead step therefore",
);

/** @param words of one sentence, lower case */
export function isImperative(words: readonly string[]): boolean {
	let at = 0;
	while (at < 3 && LEADS.has(words[at] ?? "")) at += 1;
	const [word, next] = [words[at] ?? "", words[at + 1] ?? ""];
	if (!VERBS.has(word)) return /^(?:you (?:can|should|need|will|must|have|may|want))$/.test(`${word} ${next}`);
	// "Let" and "make" and the like need something after them; a lone word is a label or an answer.
	return words.length > at + 1 && !/^(?:is|are|was|were|has|had|of|and)$/.test(next);
}
