import { useQueryClient } from "@tanstack/react-query";
import { CopyPlus, Ellipsis, ExternalLink, FileDown, History, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import { native } from "#app/native.ts";
import { navigate } from "#app/routes.ts";
import { rpc, windowError } from "#app/rpc.ts";
import type { ExportFormat } from "#contract/export.ts";
import type { StoryStage } from "#contract/story.ts";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu, type MenuEntry } from "#ui/menu/Menu.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { absentWords } from "./absent-words.ts";
import styles from "./StoryHeader.module.css";
import type { StorySession } from "./session.ts";
import { refreshLists } from "./story-service.ts";
import { useSessionValue } from "./use-session.ts";

const VersionsDialog = lazy(() => import("./versions/VersionsDialog.tsx"));

interface Props {
	session: StorySession;
	/** Another session took this one's place. */
	onReplace: (session: StorySession) => void;
}

/** Above the page: where the story stands, and what can be done with it as a whole. */
export default function StoryHeader({ session, onReplace }: Props) {
	const { t } = useTranslation();
	const queries = useQueryClient();
	const [versionsOpen, setVersionsOpen] = useState(false);
	const id = useSessionValue(session, (view) => view.id);
	const stage = useSessionValue(session, (view) => view.stage);
	const kind = useSessionValue(session, (view) => view.kind);
	const title = useSessionValue(session, (view) => view.title);
	const mediumUrl = useSessionValue(session, (view) => view.mediumUrl);
	const stages: Record<StoryStage, string> = {
		outline: t("Outline"),
		draft: t("Draft"),
		ready: t("Ready"),
		published: t("Published"),
	};

	const run = (work: () => Promise<void>) => () =>
		void work().catch((error: unknown) => showToast({ tone: "danger", message: windowError(error).message }));
	const refresh = () => {
		refreshLists();
		void queries.invalidateQueries();
	};

	const setStage = (next: StoryStage) =>
		run(async () => {
			if (id === null) return;
			await rpc.stories.setStage.mutate({ id, stage: next });
			session.setStage(next);
			refresh();
		});
	const trash = run(async () => {
		if (id === null) return;
		await session.flush();
		await rpc.stories.trash.mutate({ id });
		navigate({ room: "write", storyId: null });
		refresh();
		showToast({
			message: t("“{{title}}” is in the trash.", { title: title || t("Untitled") }),
			undo: run(async () => {
				await rpc.stories.restore.mutate({ id });
				refresh();
				navigate({ room: "write", storyId: id });
			}),
		});
	});
	const duplicate = run(async () => {
		await session.flush();
		if (id === null) return;
		const copy = await rpc.stories.duplicate.mutate({ id, title: t("{{title}} (copy)", { title }) });
		refresh();
		navigate({ room: "write", storyId: copy.id });
		showToast({ message: t("This is the copy.") });
	});

	const saveAs = (format: ExportFormat) =>
		run(async () => {
			if (id === null) return;
			await session.flush();
			const { exportStory } = await import("./export-story.ts");
			const exported = await exportStory(id, format);
			if (!exported) return;
			showToast({ message: t("Exported as {{name}}.", { name: exported.name }) });
			if (exported.missingPictures > 0)
				showToast({
					tone: "caution",
					message: t("{{count}} pictures are not in the library and not in the file.", {
						count: exported.missingPictures,
						defaultValue_one: "{{count}} picture is not in the library and not in the file.",
						defaultValue_other: "{{count}} pictures are not in the library and not in the file.",
					}),
				});
			if (exported.withoutAddress.count > 0)
				showToast({ tone: "caution", message: absentWords(exported.withoutAddress, t) });
		});
	const showVersions = () => setVersionsOpen(true);

	useCommand({
		id: "story.versions",
		label: t("Versions of the story"),
		group: "story",
		run: showVersions,
		enabled: id !== null,
	});
	useCommand({
		id: "story.exportMarkdown",
		label: t("Export the story as Markdown"),
		group: "story",
		run: saveAs("markdown"),
		enabled: id !== null,
	});
	useCommand({
		id: "story.exportHtml",
		label: t("Export the story as HTML"),
		group: "story",
		run: saveAs("html"),
		enabled: id !== null,
	});
	useCommand({
		id: "story.trash",
		label: t("Move the story to the trash"),
		group: "story",
		run: trash,
		enabled: id !== null,
	});
	useCommand({
		id: "story.duplicate",
		label: t("Duplicate the story"),
		group: "story",
		run: duplicate,
		enabled: id !== null,
	});

	if (id === null) return <span className={styles.new}>{t("New story")}</span>;
	const items: (MenuEntry | null)[] = [
		{ id: "versions", label: t("Versions…"), icon: History, run: showVersions },
		{ id: "duplicate", label: t("Duplicate"), icon: CopyPlus, run: duplicate },
		{ id: "markdown", label: t("Export as Markdown"), icon: FileDown, run: saveAs("markdown") },
		{ id: "html", label: t("Export as HTML"), icon: FileDown, run: saveAs("html") },
		...(mediumUrl
			? [
					{
						id: "medium",
						label: t("Open on Medium"),
						icon: ExternalLink,
						run: () => void native.openExternal(mediumUrl),
					},
				]
			: []),
		null,
		{ id: "trash", label: t("Move to the trash"), icon: Trash2, tone: "danger" as const, run: trash },
	];
	return (
		<>
			{kind === "response" ? (
				<span className={styles.kind}>{t("Response")}</span>
			) : (
				<Menu
					label={t("Stage of the story")}
					trigger={
						<Button
							bare
							className={styles.stage}
							aria-label={t("Stage: {{stage}}", { stage: stages[stage ?? "draft"] })}
						>
							{stages[stage ?? "draft"]}
						</Button>
					}
					items={(Object.keys(stages) as StoryStage[]).map((key) => ({
						id: key,
						label: stages[key],
						isChecked: key === stage,
						run: setStage(key),
					}))}
				/>
			)}
			<span className={styles.gap} />
			<Menu
				label={t("Story")}
				placement="bottom end"
				trigger={<IconButton label={t("More for this story")} icon={Ellipsis} />}
				items={items}
			/>
			{versionsOpen && (
				<Suspense fallback={null}>
					<VersionsDialog session={session} storyId={id} onReplace={onReplace} onClose={() => setVersionsOpen(false)} />
				</Suspense>
			)}
		</>
	);
}
