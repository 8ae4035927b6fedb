import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IMPORT_COMMAND, runCommand, SAMPLE_COMMAND, useCommands } from "#app/commands/registry.ts";
import { useTRPC } from "#app/rpc.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { plainText } from "#domain/story/text.ts";
import { useCurrentStory } from "#features/write/current-story.ts";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import styles from "./FirstRun.module.css";

/** Puts the caret on the page. */
function startWriting(): void {
	document.querySelector<HTMLElement>("main [contenteditable=true]")?.focus();
}

/** Three doors (a door without its command is not shown) at the foot of the blank page of an empty library. Typing needs none of them and makes them go. */
export function FirstRun() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { firstRunDismissed } = useSettings();
	const { data: shelves } = useQuery(trpc.stories.shelves.queryOptions());
	const commands = useCommands();
	const story = useCurrentStory();
	const written = story !== null && plainText(story.document).trim() !== "";
	const has = (id: string) => commands.some((command) => command.id === id);
	if (firstRunDismissed || written || shelves === undefined || shelves.all + shelves.trash > 0) return null;
	return (
		<section className={styles.doors} aria-label={t("First steps")}>
			<p className={styles.words}>{t("Just start typing. Or:")}</p>
			<div className={styles.actions}>
				<Button variant="primary" onPress={startWriting}>
					{t("Start writing")}
				</Button>
				{has(IMPORT_COMMAND) && (
					<Button onPress={() => void runCommand(IMPORT_COMMAND)}>{t("Bring my Medium archive")}</Button>
				)}
				{has(SAMPLE_COMMAND) && (
					<Button onPress={() => void runCommand(SAMPLE_COMMAND)}>{t("Look around with the sample library")}</Button>
				)}
			</div>
			<IconButton
				label={t("Do not show this again")}
				icon={X}
				size="small"
				className={styles.close}
				onPress={() => {
					void updateSettings({ firstRunDismissed: true });
					startWriting();
				}}
			/>
		</section>
	);
}
