import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { withWord } from "#domain/feedback/language/grammar/lint.ts";
import { SPELLING } from "#domain/feedback/language/grammar/rules.ts";
import { messageOf } from "#domain/feedback/message-of.ts";
import type { Rule, Tip } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import { SeverityIcon } from "../SeverityIcon.tsx";
import { findingValues, shortQuote } from "../tip-words.ts";
import type { CoachMemoryHandle } from "../use-coach-memory.ts";
import { useSwitchOff } from "../use-switch-off.ts";
import { Why } from "../Why.tsx";
import styles from "./FindingCard.module.css";
import { FINDING_KEYS } from "./use-findings.ts";
import { findingKey } from "./walk.ts";

interface Props {
	tip: Tip;
	rule: Rule;
	memory: CoachMemoryHandle;
	onApply: (words: string) => void;
}

/** The finding the writer is at, and everything that can be done about it. */
export function FindingCard({ tip, rule, memory, onApply }: Props) {
	const { t } = useTranslation();
	const switchOff = useSwitchOff();
	const { dictionary, grammarDialect } = useSettings();
	const { replacement } = tip;
	const others = typeof tip.values["others"] === "string" ? tip.values["others"].split("\n") : [];
	const card = useRef<HTMLDivElement>(null);
	const key = findingKey(tip);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another finding in the same card is brought into view as well
	useEffect(() => {
		card.current?.scrollIntoView({ block: "nearest" });
	}, [key]);
	return (
		<div ref={card} className={styles.card}>
			<div className={styles.head}>
				<SeverityIcon severity={tip.severity === "strength" ? "note" : tip.severity} />
				<h3>{t(rule.name)}</h3>
			</div>
			<p className={styles.message}>{t(messageOf(rule, tip), findingValues(tip, grammarDialect, t))}</p>
			{replacement !== undefined && (
				<Button className={styles.apply} onPress={() => onApply(replacement)}>
					{replacement === ""
						? t("Remove “{{quote}}”", { quote: shortQuote(tip.quote) })
						: t("Write “{{words}}”", { words: shortQuote(replacement) })}
					<kbd>{shortcutLabel(FINDING_KEYS.apply)}</kbd>
				</Button>
			)}
			{others.length > 0 && (
				<ul className={styles.others} aria-label={t("Other words")}>
					{others.map((words) => (
						<li key={words}>
							<Button onPress={() => onApply(words)}>{t("Write “{{words}}”", { words: shortQuote(words) })}</Button>
						</li>
					))}
				</ul>
			)}
			<div className={styles.ways}>
				{rule.id === SPELLING && (
					<Button bare onPress={() => void updateSettings({ dictionary: withWord(dictionary, tip.quote) })}>
						{t("Add to my dictionary")}
					</Button>
				)}
				<Button bare isDisabled={!memory.ready} onPress={() => memory.ignoreOnce([tip])}>
					{t("Ignore here")}
				</Button>
				<Button bare isDisabled={!memory.ready} onPress={() => memory.ignoreRule(rule.id)}>
					{t("Ignore always in this story")}
				</Button>
				<Button bare onPress={() => switchOff(rule)}>
					{t("Switch this rule off")}
				</Button>
			</div>
			<Why rule={rule} own={tip.own === true} />
		</div>
	);
}
