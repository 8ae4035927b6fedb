import { useTranslation } from "react-i18next";
import { routeFragment } from "#app/routes.ts";
import type { NamedStory } from "#contract/earn.ts";
import { formatDate } from "#ui/format/format.ts";
import styles from "./StoryName.module.css";

/** A story's title, as a way to it when it is in the library, and when it was boosted. */
export function StoryName({ story }: { story: NamedStory | undefined }) {
	const { t } = useTranslation();
	const title = story?.title || t("(no title)");
	const name = story?.storyId ? (
		<a className={styles.name} dir="auto" href={routeFragment({ room: "write", storyId: story.storyId })}>
			{title}
		</a>
	) : (
		<span className={styles.name} dir="auto">
			{title}
		</span>
	);
	return (
		<span className={styles.box}>
			{name}
			{story?.boostedOn && (
				<>
					{" "}
					<span className={styles.note}>{t("boosted {{day}}", { day: formatDate(story.boostedOn, "short") })}</span>
				</>
			)}
		</span>
	);
}
