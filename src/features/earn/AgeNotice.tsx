import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { ageMessage } from "#domain/revenue/age.ts";
import { Notice } from "#ui/notice/Notice.tsx";

/** Says how old the newest earnings are when they are old, and louder when what is drawn from them is outdated. */
export function AgeNotice({ answer: { asOf, age } }: { answer: ProjectionAnswer }) {
	const words = ageMessage(asOf, age);
	return words && <Notice tone={age.outdated ? "caution" : "note"}>{say(words)}</Notice>;
}
