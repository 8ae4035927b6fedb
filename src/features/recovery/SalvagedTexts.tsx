import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { SalvageReport } from "#contract/library.ts";
import { formatDateTime } from "#ui/format/format.ts";

type Rebuilt = SalvageReport["rebuilt"][number];

/** @param file what was left of the lost text, where there is anything */
function rebuiltWords(t: TFunction, { title, textAt }: Rebuilt, file: string | undefined): string {
	const words = { title: title || t("Untitled"), time: formatDateTime(textAt) };
	return file === undefined
		? t("{{title}}, the text of {{time}}", words)
		: t("{{title}}, the text of {{time}}; what is left of the lost one: {{file}}", { ...words, file });
}

/** Texts that could not be saved as they were, each told once, and what is there of them. */
export function SalvagedTexts({ report }: { report: SalvageReport }) {
	const { t } = useTranslation();
	const rebuilt = new Set(report.rebuilt.map(({ storyId }) => storyId));
	const files = new Map(report.unreadable.flatMap((text) => (text.isEarlier ? [] : [[text.storyId, text.file]])));
	const others = report.unreadable.filter(({ storyId, isEarlier }) => isEarlier || !rebuilt.has(storyId));
	return (
		<>
			{report.mayHoldDeleted && (
				<p>
					{t(
						"The part of the file that tells what was deleted is damaged: what you had deleted, such as stories, earlier texts or figures, may be among what was saved.",
					)}
				</p>
			)}
			{report.rebuilt.length > 0 && (
				<>
					<p>
						{t(
							"The text of these stories could not be brought back whole. Another text that was kept of them is in its place, and the list of stories says so until you change that text:",
						)}
					</p>
					<ul>
						{report.rebuilt.map((story) => (
							<li key={story.storyId}>{rebuiltWords(t, story, files.get(story.storyId))}</li>
						))}
					</ul>
				</>
			)}
			{others.length > 0 && (
				<>
					<p>
						{t("These texts are not in the library, because they are not whole. They are kept as they were found:")}
					</p>
					<ul>
						{others.map(({ title, isEarlier, file }) => (
							<li key={file}>
								{isEarlier
									? t("{{title}}, an earlier text: {{file}}", { title: title || t("Untitled"), file })
									: t("{{title}}: {{file}}", { title: title || t("Untitled"), file })}
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}
