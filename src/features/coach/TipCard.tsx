import { ChevronDown, ChevronRight, Ellipsis, Info, Lightbulb, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rule, Severity, Tip } from "#domain/feedback/types.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { classes } from "#ui/classes/classes.ts";
import { formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu } from "#ui/menu/Menu.tsx";
import { EvidenceList } from "./Evidence.tsx";
import { evidenceClassWords } from "./evidence-words.ts";
import styles from "./TipCard.module.css";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";

const ICONS = { warning: TriangleAlert, suggestion: Lightbulb, note: Info } as const;
/** Places shown before the rest is only counted. */
const PLACES_SHOWN = 4;
const QUOTE_SHOWN = 60;

function values(tip: Tip): Record<string, string> {
	return Object.fromEntries(
		Object.entries(tip.values).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]),
	);
}

function shorten(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > QUOTE_SHOWN ? `${line.slice(0, QUOTE_SHOWN).toWellFormed()}…` : line;
}

interface Props {
	rule: Rule;
	/** All places of one rule; never empty. */
	tips: readonly [Tip, ...Tip[]];
	severity: Exclude<Severity, "strength">;
	memory: CoachMemoryHandle;
	onReveal: (tip: Tip) => void;
}

/** One piece of advice: what, where, why, and how we know. */
export function TipCard({ rule, tips, severity, memory, onReveal }: Props) {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	const details = useId();
	const [first] = tips;
	const Icon = ICONS[severity];
	const severityWords = { warning: t("Important"), suggestion: t("Suggestion"), note: t("Note") }[severity];
	const classesOfEvidence = [...new Set(rule.evidence.map((one) => one.class))];
	const placed = tips.filter((tip) => tip.blockId !== null);
	return (
		<li className={styles.card}>
			<div className={styles.head}>
				<span className={classes(styles.icon, styles[severity])} role="img" aria-label={severityWords}>
					<Icon aria-hidden size={14} />
				</span>
				<h3>{t(rule.name)}</h3>
				<Menu
					label={t("Hide this tip")}
					placement="bottom end"
					trigger={<IconButton label={t("Hide this tip")} icon={Ellipsis} size="small" isDisabled={!memory.ready} />}
					items={[
						{ id: "once", label: t("Ignore here"), run: () => memory.ignoreOnce(tips) },
						{ id: "always", label: t("Ignore always in this story"), run: () => memory.ignoreRule(rule.id) },
					]}
				/>
			</div>
			<p className={styles.message}>{t(rule.message, values(first))}</p>
			{placed.length > 0 && (
				<ul className={styles.places} aria-label={t("Places")}>
					{placed.slice(0, PLACES_SHOWN).map((tip) => (
						<li key={`${tip.blockId}-${tip.start}`}>
							<Button bare className={styles.place} onPress={() => onReveal(tip)}>
								<span dir="auto">
									{tip.quote.trim() === "" ? t("Show in the text") : t("“{{quote}}”", { quote: shorten(tip.quote) })}
								</span>
							</Button>
						</li>
					))}
					{placed.length > PLACES_SHOWN && (
						<li className={styles.more}>{t("and {{count}} more", { count: placed.length - PLACES_SHOWN })}</li>
					)}
				</ul>
			)}
			<Button
				bare
				className={styles.why}
				aria-expanded={open}
				aria-controls={open ? details : undefined}
				onPress={() => setOpen(!open)}
			>
				{open ? <ChevronDown aria-hidden size={12} /> : <ChevronRight aria-hidden size={12} />}
				{t("Why")}
				{classesOfEvidence.map((kind) => (
					<Badge key={kind} tone={kind === "convention" ? "neutral" : kind === "mediumRule" ? "note" : "accent"}>
						{evidenceClassWords(kind, t)}
					</Badge>
				))}
			</Button>
			{open && (
				<div id={details} className={styles.details}>
					<p>{t(rule.why)}</p>
					<EvidenceList evidence={rule.evidence} />
				</div>
			)}
		</li>
	);
}
