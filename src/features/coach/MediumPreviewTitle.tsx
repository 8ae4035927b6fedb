import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { useCurrentStoryId } from "#features/write/current-story.ts";
import styles from "./CoachPanel.module.css";

/** The title that a story has in Medium's lists only: the export tells it, and nothing here changes it. */
export function MediumPreviewTitle() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const storyId = useCurrentStoryId();
	const { data } = useQuery({
		...trpc.imports.previewTitle.queryOptions({ storyId: storyId ?? "" }),
		enabled: typeof storyId === "string",
	});
	return data ? (
		<p className={styles.facts}>{t("Its preview title on Medium is another: “{{title}}”.", { title: data })}</p>
	) : null;
}
