import type { TFunction } from "i18next";
import { ArrowDown, ArrowUp } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import { messageOf } from "#domain/feedback/message-of.ts";
import { ruleById } from "#domain/feedback/rules.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Switch } from "#ui/switch/Switch.tsx";
import { dialectWords } from "../dialect-words.ts";
import type { CoachState } from "../engine/client.ts";
import type { GrammarState } from "../engine/protocol.ts";
import { lookedWords } from "../looked-words.ts";
import { SeverityIcon } from "../SeverityIcon.tsx";
import { findingValues, shortQuote } from "../tip-words.ts";
import type { CoachMemoryHandle } from "../use-coach-memory.ts";
import { FindingCard } from "./FindingCard.tsx";
import styles from "./LanguageSection.module.css";
import { ReadabilityLine } from "./ReadabilityLine.tsx";
import { useClickedFinding } from "./use-clicked-finding.ts";
import { FINDING_KEYS, type Findings, useFindings } from "./use-findings.ts";
import { useTextMarks } from "./use-text-marks.ts";
import { countByRule, findingKey, findingsAt, type KindCount } from "./walk.ts";

interface Props {
	state: CoachState;
	memory: CoachMemoryHandle;
}

/** Findings about words: how many of each kind, one at a time, marked in the text. */
export const LanguageSection = memo(function LanguageSection({ state, memory }: Props) {
	const { t } = useTranslation();
	const { coachMarks, grammarDialect } = useSettings();
	const { tips, byBlock, current, index, step, go, show, apply } = useFindings(state, memory);
	useTextMarks(byBlock, coachMarks);
	useClickedFinding(byBlock, show);
	const rule = current && ruleById(current.ruleId);
	const others = current ? findingsAt(tips, current).filter((tip) => tip !== current) : [];
	const counts = countByRule(tips);
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
				<Steps isDisabled={tips.length === 0} step={step} />
			</div>
			{tips.length === 0 && state.feedback && (
				<p className={styles.quiet}>
					{lookedWords(
						state.feedback.looked.language,
						{ language: state.feedback.language.code, hidden: state.findings.size > 0 },
						t,
					)}
				</p>
			)}
			<p className={styles.heard} role="status">
				{current &&
					rule &&
					t("{{rule}}: {{finding}}", {
						rule: t(rule.name),
						finding: t(messageOf(rule, current), findingValues(current, grammarDialect, t)),
					})}
			</p>
			{current && rule && <FindingCard tip={current} rule={rule} memory={memory} onApply={apply} />}
			{others.length > 0 && (
				<>
					<h3 className={styles.also}>{t("Also found here")}</h3>
					<ul className={styles.kinds} aria-label={t("Also found here")}>
						{others.map((tip) => (
							<Other key={findingKey(tip)} tip={tip} go={go} />
						))}
					</ul>
				</>
			)}
			{counts.some(({ cut }) => cut) && (
				<p className={styles.quiet}>
					{t("Where a figure has a plus, only the first findings in a paragraph are listed.")}
				</p>
			)}
			{counts.length > 0 && (
				<ul className={styles.kinds} aria-label={t("Findings by kind")}>
					{counts.map((one) => (
						<Kind key={one.ruleId} {...one} step={step} />
					))}
				</ul>
			)}
			<p className={styles.quiet} role="status">
				{state.grammar && state.feedback?.readsEnglish && grammarWords(state.grammar, grammarDialect, t)}
			</p>
			{state.checked !== null && <Checked percent={state.checked} />}
			<MarksSwitch isSelected={coachMarks} />
		</section>
	);
});

function grammarWords(state: GrammarState, dialect: GrammarDialect, t: TFunction): string {
	const english = dialectWords(dialect, t);
	switch (state) {
		case "loading":
			return t("Spelling and grammar are loading… ({{english}})", { english });
		case "ready":
			return t("Spelling and grammar go by {{english}}.", { english });
		case "away":
			return t("Spelling and grammar cannot be checked just now. It is tried again by itself.");
		case "unloaded":
			return t("Spelling and grammar could not be loaded. Start Inkhour anew to have them checked.");
		case "missing":
			return t("Spelling and grammar cannot be checked on this machine.");
	}
}

// A key changes a figure here and there: what it leaves as it was is not drawn again.

const Steps = memo(function Steps({ isDisabled, step }: { isDisabled: boolean } & Pick<Findings, "step">) {
	const { t } = useTranslation();
	return (
		<>
			<IconButton
				label={t("Previous finding")}
				keys={shortcutLabel(FINDING_KEYS.previous)}
				icon={ArrowUp}
				size="small"
				isDisabled={isDisabled}
				onPress={() => step(-1)}
			/>
			<IconButton
				label={t("Next finding")}
				keys={shortcutLabel(FINDING_KEYS.next)}
				icon={ArrowDown}
				size="small"
				isDisabled={isDisabled}
				onPress={() => step(1)}
			/>
		</>
	);
});

/** Another finding on the same words; a press leads to it. */
function Other({ tip, go }: { tip: Tip } & Pick<Findings, "go">) {
	const { t } = useTranslation();
	const rule = ruleById(tip.ruleId);
	if (!rule) return null;
	return (
		<li>
			<Button bare className={styles.kind} onPress={() => go(tip)}>
				<span className={styles.name}>
					{t(rule.name)}
					<span className={styles.quote} dir="auto">
						{t("“{{quote}}”", { quote: shortQuote(tip.quote) })}
					</span>
				</span>
				<SeverityIcon severity={tip.severity === "strength" ? "note" : tip.severity} />
			</Button>
		</li>
	);
}

interface KindProps extends Pick<Findings, "step">, KindCount {}

/** How often a rule found something; a press leads to its next place. */
const Kind = memo(function Kind({ ruleId, count, severity, cut, step }: KindProps) {
	const { t } = useTranslation();
	const rule = ruleById(ruleId);
	if (!rule) return null;
	return (
		<li>
			<Button bare className={styles.kind} onPress={() => step(1, ruleId)}>
				<span className={styles.name}>{t(rule.name)}</span>
				<SeverityIcon severity={severity === "strength" ? "note" : severity} />
				<span className={styles.count}>
					{cut ? t("{{number}}+", { number: formatNumber(count) }) : formatNumber(count)}
				</span>
			</Button>
		</li>
	);
});

/** How far the grammar checker is. Outside any live region: it is there for who looks. */
function Checked({ percent }: { percent: number }) {
	const { t } = useTranslation();
	const share = formatNumber(percent / 100, { style: "percent" });
	return <p className={styles.quiet}>{t("Checking spelling and grammar… {{share}}", { share })}</p>;
}

const MarksSwitch = memo(function MarksSwitch({ isSelected }: { isSelected: boolean }) {
	const { t } = useTranslation();
	return (
		<Switch isSelected={isSelected} onChange={(coachMarks) => void updateSettings({ coachMarks })}>
			{t("Mark findings in the text")}
		</Switch>
	);
});
