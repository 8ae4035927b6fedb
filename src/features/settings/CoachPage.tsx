import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { type RuleChoice, ruleInForce } from "#domain/feedback/rule-choices.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import { Switch } from "#ui/switch/Switch.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./CoachPage.module.css";
import { RuleList } from "./RuleList.tsx";
import { SettingRow } from "./SettingRow.tsx";
import { Spelling } from "./Spelling.tsx";
import { ThresholdField } from "./ThresholdField.tsx";
import { unitsWords } from "./threshold-words.ts";

/** Every rule of the coach: on or off, and the figures it compares with. */
export default function CoachPage() {
	const { t } = useTranslation();
	const { coachRules, coachMarks } = useSettings();
	const changed = Object.keys(coachRules).length > 0;

	function choose(rule: Rule, choice: RuleChoice | null): void {
		const { [rule.id]: _, ...others } = coachRules;
		void updateSettings({ coachRules: choice ? { ...others, [rule.id]: choice } : others });
	}

	function resetAll(): void {
		void updateSettings({ coachRules: {} });
		showToast({
			message: t("All rules are as at first"),
			about: "coach rules",
			undo: () => void updateSettings({ coachRules }),
		});
	}

	return (
		<>
			<SettingRow
				title={t("Marks in the text")}
				hint={t("Findings about words are underlined while the coach is open.")}
			>
				<Switch isSelected={coachMarks} onChange={(on) => void updateSettings({ coachMarks: on })}>
					{t("Mark findings in the text")}
				</Switch>
			</SettingRow>
			<Spelling />
			<SettingRow
				title={t("Rules")}
				hint={t(
					"What is switched off here is switched off in every story. Each rule says why; “What the coach knows” says how that is known.",
				)}
			>
				<Button onPress={() => navigate({ room: "settings", page: "knowledge" })}>{t("What the coach knows")}</Button>
				<Button isDisabled={!changed} onPress={resetAll}>
					{t("All rules as at first")}
				</Button>
			</SettingRow>
			<RuleList>
				{(rule) => <RuleRow rule={rule} choice={coachRules[rule.id]} onChange={(next) => choose(rule, next)} />}
			</RuleList>
		</>
	);
}

interface RowProps {
	rule: Rule;
	choice: RuleChoice | undefined;
	onChange: (choice: RuleChoice | null) => void;
}

function RuleRow({ rule, choice, onChange }: RowProps) {
	const { t } = useTranslation();
	const { on, thresholds } = ruleInForce(rule, { [rule.id]: choice ?? {} });
	const names = Object.keys(rule.thresholds);
	return (
		<div className={styles.rule}>
			<div className={styles.head}>
				<Switch isSelected={on} onChange={(next) => onChange({ ...choice, on: next })}>
					{t(rule.name)}
				</Switch>
				{choice && (
					<Button
						bare
						aria-label={t("{{rule}}: as at first", { rule: t(rule.name) })}
						onPress={() => onChange(null)}
						className={styles.reset}
					>
						{t("As at first")}
					</Button>
				)}
			</div>
			<p className={styles.why}>
				{t(rule.why)} {unitsWords(rule, t)}
			</p>
			{on && names.length > 0 && (
				<div className={styles.thresholds}>
					{names.map((name) => (
						<ThresholdField
							key={name}
							rule={rule}
							name={name}
							inForce={thresholds}
							onChange={(value) => onChange({ ...choice, thresholds: { ...choice?.thresholds, [name]: value } })}
						/>
					))}
				</div>
			)}
		</div>
	);
}
