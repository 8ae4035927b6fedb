import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { ageMessage } from "#domain/revenue/age.ts";
import { Notice } from "#ui/notice/Notice.tsx";

/** Says from where the months count when the newest earnings are old, and louder when those months are past. */
export function StaleNotice({ answer: { asOf, age } }: { answer: ProjectionAnswer }) {
	const words = ageMessage(asOf, age);
	return words && <Notice tone={age.outdated ? "caution" : "note"}>{say(words)}</Notice>;
}
