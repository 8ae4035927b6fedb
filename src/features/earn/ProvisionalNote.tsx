import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { provisionalMessage } from "#domain/revenue/provisional-words.ts";
import { formatMoney } from "#ui/format/format.ts";
import styles from "./ProvisionalNote.module.css";

interface Props {
	answer: ProjectionAnswer;
	/** The figure above has these days in it. */
	included?: boolean;
}

/** Says which of the running month's newest days are not counted as in, and why. */
export function ProvisionalNote({ answer, included = false }: Props) {
	const { provisional, currency } = answer;
	if (!provisional) return null;
	return (
		<p className={styles.note}>
			{say(provisionalMessage(provisional, formatMoney({ minor: provisional.minor, currency }), included))}
		</p>
	);
}
