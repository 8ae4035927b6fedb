import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import styles from "./TierNote.module.css";

/** Where the income stands among writers of the program, with where that is from; nothing where it is not known. */
export function TierNote({ tier }: Pick<ProjectionAnswer, "tier">) {
	const { t } = useTranslation();
	return (
		tier && (
			<p className={styles.note}>
				{t(tier.text)} {say(tier.source.words)}
			</p>
		)
	);
}
