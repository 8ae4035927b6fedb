import { useTranslation } from "react-i18next";
import { routeFragment } from "#app/routes.ts";
import type { NamedStory } from "#contract/earn.ts";
import styles from "./StoryName.module.css";

/** A story's title, as a way to it when it is in the library. */
export function StoryName({ story }: { story: NamedStory | undefined }) {
	const { t } = useTranslation();
	const title = story?.title || t("(no title)");
	if (!story?.storyId)
		return (
			<span className={styles.name} dir="auto">
				{title}
			</span>
		);
	return (
		<a className={styles.name} dir="auto" href={routeFragment({ room: "write", storyId: story.storyId })}>
			{title}
		</a>
	);
}
