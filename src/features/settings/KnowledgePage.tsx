import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { RULES } from "#domain/feedback/rules.ts";
import type { EvidenceClass, Rule } from "#domain/feedback/types.ts";
import { EvidenceList } from "#features/coach/Evidence.tsx";
import { evidenceClassWords } from "#features/coach/evidence-words.ts";
import { EvidenceBadges } from "#features/coach/Why.tsx";
import { Button } from "#ui/button/Button.tsx";
import { formatLanguage, formatList, formatNumber } from "#ui/format/format.ts";
import styles from "./KnowledgePage.module.css";
import { RuleList } from "./RuleList.tsx";
import { thresholdWords, unitsWords } from "./threshold-words.ts";

const CLASSES: readonly EvidenceClass[] = ["abClicks", "mediumClaps", "mediumRule", "convention"];

/** What the coach knows, written out of the registry: rules, evidence, sources. */
export default function KnowledgePage() {
	const { t } = useTranslation();
	const meaning: Record<EvidenceClass, string> = {
		abClicks: t("Randomised tests of headlines: what readers clicked when only the title differed."),
		mediumClaps: t("Observed on Medium: stories with and without it, compared. Other things differ too."),
		mediumRule: t("Written down by Medium, for instance about what is distributed or counted."),
		convention: t("A custom of editors or of readability checks; not measured on readers here."),
	};
	return (
		<div className={styles.page}>
			<p className={styles.lead}>
				{t(
					"Every tip and every sign of the four marks comes from one of the {{count}} rules below. Each says how strong it is and where that is known from; nothing is added up to a score.",
					{ count: RULES.length },
				)}
			</p>
			<dl className={styles.classes}>
				{CLASSES.map((kind) => (
					<div key={kind}>
						<dt>{evidenceClassWords(kind, t)}</dt>
						<dd>{meaning[kind]}</dd>
					</div>
				))}
			</dl>
			<p>
				<Button onPress={() => navigate({ room: "settings", page: "coach" })}>{t("Switch rules on and off")}</Button>
			</p>
			<RuleList>{(rule) => <KnownRule rule={rule} />}</RuleList>
		</div>
	);
}

function KnownRule({ rule }: { rule: Rule }) {
	const { t } = useTranslation();
	const figures = Object.entries(rule.thresholds).map(
		([name, value]) => `${thresholdWords(rule, name, t)} ${formatNumber(value)}`,
	);
	const languages = rule.languages === "any" ? t("Every language") : formatList(rule.languages.map(formatLanguage));
	return (
		<article className={styles.rule}>
			<h4>
				{t(rule.name)} <EvidenceBadges classes={rule.evidence.map((one) => one.class)} />
			</h4>
			<p>
				{t(rule.why)} {unitsWords(rule, t)}
			</p>
			<p className={styles.facts}>
				{languages}
				{figures.length > 0 && ` · ${formatList(figures)}`}
				{!rule.defaultOn && ` · ${t("off at first")}`}
			</p>
			<EvidenceList evidence={rule.evidence} />
		</article>
	);
}
