import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceClass, Rule } from "#domain/feedback/types.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { EvidenceList } from "./Evidence.tsx";
import { evidenceClassWords } from "./evidence-words.ts";
import styles from "./Why.module.css";

export function EvidenceBadges({ classes }: { classes: readonly EvidenceClass[] }) {
	const { t } = useTranslation();
	return [...new Set(classes)].map((kind) => (
		<Badge key={kind} tone={kind === "convention" ? "neutral" : kind === "mediumRule" ? "note" : "accent"}>
			{evidenceClassWords(kind, t)}
		</Badge>
	));
}

/** Why a rule says what it says, and how that is known; the kinds of evidence show before it is opened. */
export function Why({ rule }: { rule: Rule }) {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	const details = useId();
	return (
		<>
			<Button
				bare
				className={styles.why}
				aria-expanded={open}
				aria-controls={open ? details : undefined}
				onPress={() => setOpen(!open)}
			>
				{open ? <ChevronDown aria-hidden size={12} /> : <ChevronRight aria-hidden size={12} />}
				{t("Why")}
				<EvidenceBadges classes={rule.evidence.map((one) => one.class)} />
			</Button>
			{open && (
				<div id={details} className={styles.details}>
					<p>{t(rule.why)}</p>
					<EvidenceList evidence={rule.evidence} />
				</div>
			)}
		</>
	);
}
