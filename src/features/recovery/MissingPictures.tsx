import { useTranslation } from "react-i18next";
import type { MissingPicture } from "#contract/library.ts";
import { Notice } from "#ui/notice/Notice.tsx";

/** Pictures that came back with no backup, by the story that shows them; nothing where there are none. */
export function MissingPictures({ missing }: { missing: readonly MissingPicture[] }) {
	const { t } = useTranslation();
	if (missing.length === 0) return null;
	return (
		<Notice tone="caution">
			<p>
				{t("{{count}} pictures are neither in this backup nor in the library’s folder:", {
					count: missing.length,
					defaultValue_one: "{{count}} picture is neither in this backup nor in the library’s folder:",
				})}
			</p>
			<ul>
				{missing.map(({ assetId, title }) => (
					<li key={assetId} dir="auto">
						{t("{{file}} in “{{title}}”", { file: assetId, title: title || t("Untitled") })}
					</li>
				))}
			</ul>
		</Notice>
	);
}
