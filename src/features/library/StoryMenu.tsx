import { useTranslation } from "react-i18next";
import { type StoryKind, type StoryStage, storyStageSchema } from "#contract/story.ts";
import { ContextMenu, type MenuEntry } from "#ui/menu/Menu.tsx";
import { stageWord } from "./story-words.ts";
import { useStoryActions } from "./use-stories.ts";

interface Props {
	/** The row the menu was opened on; `null` while closed. */
	anchor: Element | null;
	/** What it acts on. */
	stories: readonly { id: string; stage: StoryStage; kind: StoryKind; trashedAt: string | null }[];
	onClose: () => void;
	onOpen: (storyId: string) => void;
	/** Moves them to the trash, or back from it. */
	onRemove: () => void;
}

/** What can be done with one story or with several. */
export function StoryMenu({ anchor, stories, onClose, onOpen, onRemove }: Props) {
	const { t } = useTranslation();
	const actions = useStoryActions();
	const only = stories.length === 1 ? stories[0] : undefined;
	const items: (MenuEntry | null)[] = [];
	if (only) items.push({ id: "open", label: t("Open"), keys: t("Enter"), run: () => onOpen(only.id) }, null);
	if (only && only.kind === "story" && only.trashedAt === null)
		items.push(
			...storyStageSchema.options.map(
				(stage): MenuEntry => ({
					id: stage,
					label: stageWord({ stage, kind: "story" }, t),
					isChecked: stage === only.stage,
					run: () => void actions.setStage(only.id, stage, only.stage),
				}),
			),
			null,
		);
	items.push(
		stories[0]?.trashedAt
			? { id: "restore", label: t("Put back"), run: onRemove }
			: {
					id: "trash",
					label: t("Move {{count}} stories to the trash", {
						defaultValue_one: "Move to the trash",
						count: stories.length,
					}),
					keys: t("Delete"),
					run: onRemove,
				},
	);
	return <ContextMenu label={t("Story")} anchor={anchor} items={items} onClose={onClose} />;
}
