import { useTranslation } from "react-i18next";
import type { EvidenceClass, Rule } from "#domain/feedback/types.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Disclosure } from "./Disclosure.tsx";
import { EvidenceList } from "./Evidence.tsx";
import { evidenceClassWords } from "./evidence-words.ts";

export function EvidenceBadges({ classes }: { classes: readonly EvidenceClass[] }) {
	const { t } = useTranslation();
	return [...new Set(classes)].map((kind) => (
		<Badge key={kind} tone={kind === "convention" ? "neutral" : kind === "mediumRule" ? "note" : "accent"}>
			{evidenceClassWords(kind, t)}
		</Badge>
	));
}

/**
 * Why a rule says what it says, and how that is known; the kinds of evidence show before it is opened.
 * @param own the writer has set the figure that it spoke by
 */
export function Why({ rule, own }: { rule: Rule; own: boolean }) {
	const { t } = useTranslation();
	return (
		<Disclosure
			label={
				<>
					{t("Why")}
					{own ? (
						<Badge tone="neutral">{t("Your limit")}</Badge>
					) : (
						<EvidenceBadges classes={rule.evidence.map((one) => one.class)} />
					)}
				</>
			}
		>
			{own && <p>{t("You have set this figure. What is known is known of the rule's own.")}</p>}
			<p>{t(rule.why)}</p>
			<EvidenceList evidence={rule.evidence} />
		</Disclosure>
	);
}
