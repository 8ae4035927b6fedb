import { useTranslation } from "react-i18next";
import { currentSettings, updateSettings } from "#app/settings/settings.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { showToast } from "#ui/toast/toasts.ts";

/** Switches a rule off for every story, with a way back. */
export function useSwitchOff(): (rule: Rule) => void {
	const { t } = useTranslation();
	return (rule) => {
		const before = currentSettings().coachRules;
		void updateSettings({ coachRules: { ...before, [rule.id]: { ...before[rule.id], on: false } } });
		showToast({
			message: t("Rule switched off in every story: {{rule}}", { rule: t(rule.name) }),
			about: "coach rules",
			undo: () => void updateSettings({ coachRules: before }),
		});
	};
}
