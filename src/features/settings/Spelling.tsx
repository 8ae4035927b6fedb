import { useState } from "react";
import { useTranslation } from "react-i18next";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { DIALECTS, type GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import { withWord } from "#domain/feedback/language/grammar/lint.ts";
import { dialectWords } from "#features/coach/dialect-words.ts";
import { Select } from "#ui/select/Select.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { SettingRow } from "./SettingRow.tsx";

/** Whose English the spelling goes by, and the writer's own words. */
export function Spelling() {
	const { t } = useTranslation();
	const { grammarDialect, dictionary } = useSettings();
	const [text, setText] = useState<string | null>(null);
	function take(): void {
		if (text === null) return;
		const words = text.split("\n").reduce<string[]>(withWord, []);
		void updateSettings({ dictionary: words });
		setText(null);
	}
	return (
		<>
			<SettingRow title={t("English")} hint={t("Spelling and grammar of English text go by it.")}>
				<Select<GrammarDialect>
					label={t("English")}
					hideLabel
					value={grammarDialect}
					onChange={(next) => void updateSettings({ grammarDialect: next })}
					options={DIALECTS.map((value) => ({ value, label: dialectWords(value, t) }))}
				/>
			</SettingRow>
			<SettingRow title={t("My dictionary")} hint={t("Words that are right, one a line.")}>
				<TextField
					label={t("My dictionary")}
					hideLabel
					rows={4}
					value={text ?? dictionary.join("\n")}
					onChange={setText}
					onBlur={take}
				/>
			</SettingRow>
		</>
	);
}
