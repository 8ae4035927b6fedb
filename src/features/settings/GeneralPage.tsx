import { useTranslation } from "react-i18next";
import { updateSettings, useSettings, useSettingsState } from "#app/settings/settings.ts";
import { languages } from "#app/words/words.ts";
import type { Settings } from "#contract/settings.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { Select } from "#ui/select/Select.tsx";
import styles from "./GeneralPage.module.css";
import { SettingRow } from "./SettingRow.tsx";

const TEXT_SIZES = ["18", "20", "22", "24"] as const;

/** How the studio looks and speaks. Everything takes effect at once. */
export function GeneralPage() {
	const { t } = useTranslation();
	const settings = useSettings();
	const { setAside } = useSettingsState();
	const set = (patch: Partial<Settings>) => void updateSettings(patch);
	const ownName = (code: string) => new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
	return (
		<>
			{setAside.length > 0 && (
				<Notice tone="caution" role="status" className={styles.notice}>
					{t(
						"Some settings could not be read and have their first value. The file as it was is kept in the library’s folder when you change one.",
					)}
				</Notice>
			)}
			<SettingRow title={t("Theme")} hint={t("The system’s theme changes with your computer.")}>
				<Segmented<Settings["theme"]>
					label={t("Theme")}
					value={settings.theme}
					onChange={(theme) => set({ theme })}
					options={[
						{ value: "system", label: t("System") },
						{ value: "light", label: t("Light") },
						{ value: "dark", label: t("Dark") },
					]}
				/>
			</SettingRow>
			<SettingRow title={t("Language")} hint={t("Words of the studio. Dates, numbers and money follow.")}>
				<Select
					label={t("Language")}
					hideLabel
					value={settings.language}
					onChange={(language) => set({ language })}
					options={[
						{ value: "system", label: t("System") },
						...languages.map((code) => ({ value: code, label: ownName(code) })),
					]}
				/>
			</SettingRow>
			<SettingRow title={t("First day of the week")} hint={t("In the calendar and in weekly figures.")}>
				<Select<Settings["weekStart"]>
					label={t("First day of the week")}
					hideLabel
					value={settings.weekStart}
					onChange={(weekStart) => set({ weekStart })}
					options={[
						{ value: "system", label: t("System") },
						{ value: "monday", label: t("Monday") },
						{ value: "saturday", label: t("Saturday") },
						{ value: "sunday", label: t("Sunday") },
					]}
				/>
			</SettingRow>
			<SettingRow
				title={t("When the studio opens")}
				hint={t("The room and page, or the story, that were open last. A story in the trash is not opened.")}
			>
				<Segmented<Settings["opensAt"]>
					label={t("When the studio opens")}
					value={settings.opensAt}
					onChange={(opensAt) => set({ opensAt })}
					options={[
						{ value: "last", label: t("Where I was") },
						{ value: "new", label: t("New story") },
					]}
				/>
			</SettingRow>
			<SettingRow title={t("Text size")} hint={t("Of the story on the page, in pixels.")}>
				<Segmented
					label={t("Text size")}
					value={TEXT_SIZES.find((size) => Number(size) === settings.textSize) ?? "20"}
					onChange={(size) => set({ textSize: Number(size) })}
					options={TEXT_SIZES.map((size) => ({ value: size, label: size }))}
				/>
			</SettingRow>
			<SettingRow title={t("Line width")} hint={t("Regular is the width of a story on Medium.")}>
				<Segmented<Settings["lineWidth"]>
					label={t("Line width")}
					value={settings.lineWidth}
					onChange={(lineWidth) => set({ lineWidth })}
					options={[
						{ value: "narrow", label: t("Narrow") },
						{ value: "regular", label: t("Regular") },
						{ value: "wide", label: t("Wide") },
					]}
				/>
			</SettingRow>
			<figure className={styles.preview}>
				<p dir="auto">
					{t(
						"A page that is pleasant to read is pleasant to write on. This is how your text will look: the size, the width of a line, the space between two lines.",
					)}
				</p>
			</figure>
		</>
	);
}
