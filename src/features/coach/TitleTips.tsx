import { useTranslation } from "react-i18next";
import { messageOf } from "#domain/feedback/message-of.ts";
import { ruleById } from "#domain/feedback/rules.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { evidenceClassWords } from "./evidence-words.ts";
import { SeverityIcon } from "./SeverityIcon.tsx";
import styles from "./TitleTips.module.css";
import { isAgainst, tipValues } from "./tip-words.ts";

interface Props {
	tips: readonly Tip[];
	label: string;
}

/** What the rules say against a title, a line each. */
export function TitleTips({ tips, label }: Props) {
	const { t } = useTranslation();
	const against = tips.filter(isAgainst);
	const message = (tip: Tip) => {
		const rule = ruleById(tip.ruleId);
		return rule && t(messageOf(rule, tip), tipValues(tip));
	};
	return (
		<ul className={styles.tips} aria-label={label}>
			{against.map((tip) => (
				<li key={`${tip.ruleId} ${tip.start}`}>
					<SeverityIcon severity={tip.severity} />
					<span>
						{message(tip)}{" "}
						{tip.evidence.slice(0, 1).map((kind) => (
							<Badge key={kind}>{evidenceClassWords(kind, t)}</Badge>
						))}
					</span>
				</li>
			))}
		</ul>
	);
}
