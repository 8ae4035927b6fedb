import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { ruleById } from "#domain/feedback/rules.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Switch } from "#ui/switch/Switch.tsx";
import type { CoachState } from "../engine/client.ts";
import { tipValues } from "../tip-words.ts";
import type { CoachMemoryHandle } from "../use-coach-memory.ts";
import { FindingCard } from "./FindingCard.tsx";
import styles from "./LanguageSection.module.css";
import { ReadabilityLine } from "./ReadabilityLine.tsx";
import { FINDING_KEYS, type Findings, useFindings } from "./use-findings.ts";
import { useTextMarks } from "./use-text-marks.ts";
import { countByRule } from "./walk.ts";

interface Props {
	story: CurrentStory;
	state: CoachState;
	memory: CoachMemoryHandle;
}

/** Findings about words: how many of each kind, one at a time, marked in the text. */
export function LanguageSection({ story, state, memory }: Props) {
	const { t } = useTranslation();
	const { coachMarks } = useSettings();
	const findings = useFindings(story, state.findings, memory);
	useTextMarks(story, findings.byBlock, coachMarks);
	const { tips, current, index, step } = findings;
	const rule = current && ruleById(current.ruleId);
	return (
		<section aria-labelledby="coach-language">
			<h2 id="coach-language">{t("Language")}</h2>
			{state.feedback && <ReadabilityLine feedback={state.feedback} />}
			<div className={styles.walk}>
				<span>
					{current
						? t("{{number}} of {{count}} findings", {
								number: formatNumber(index + 1),
								count: tips.length,
								defaultValue_one: "{{number}} of {{count}} finding",
							})
						: t("{{count}} findings", { count: tips.length, defaultValue_one: "{{count}} finding" })}
				</span>
				<IconButton
					label={t("Previous finding")}
					keys={shortcutLabel(FINDING_KEYS.previous)}
					icon={ArrowUp}
					size="small"
					isDisabled={tips.length === 0}
					onPress={() => step(-1)}
				/>
				<IconButton
					label={t("Next finding")}
					keys={shortcutLabel(FINDING_KEYS.next)}
					icon={ArrowDown}
					size="small"
					isDisabled={tips.length === 0}
					onPress={() => step(1)}
				/>
			</div>
			<p className={styles.heard} role="status">
				{current && rule && `${t(rule.name)}: ${t(rule.message, tipValues(current))}`}
			</p>
			{current && rule && <FindingCard tip={current} rule={rule} memory={memory} onApply={findings.apply} />}
			<Kinds findings={findings} />
			{state.unchecked && (
				<p className={styles.quiet}>{t("Spelling and grammar cannot be checked on this machine.")}</p>
			)}
			<Switch isSelected={coachMarks} onChange={(coachMarks) => void updateSettings({ coachMarks })}>
				{t("Mark findings in the text")}
			</Switch>
		</section>
	);
}

/** How often each rule found something; a press leads to the next place of that rule. */
function Kinds({ findings: { tips, step } }: { findings: Findings }) {
	const { t } = useTranslation();
	const counts = countByRule(tips);
	if (counts.length === 0) return null;
	return (
		<ul className={styles.kinds} aria-label={t("Findings by kind")}>
			{counts.map(([ruleId, count]) => {
				const rule = ruleById(ruleId);
				return (
					rule && (
						<li key={ruleId}>
							<Button
								bare
								className={styles.kind}
								onPress={() =>
									step(
										1,
										tips.filter((tip) => tip.ruleId === ruleId),
									)
								}
							>
								<span>{t(rule.name)}</span>
								<span className={styles.count}>{formatNumber(count)}</span>
							</Button>
						</li>
					)
				);
			})}
		</ul>
	);
}
