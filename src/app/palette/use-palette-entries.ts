import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { stageWord, storyName } from "#features/library/story-words.ts";
import { groupNames } from "../commands/group-names.ts";
import { useCommands } from "../commands/registry.ts";
import { shortcutLabel } from "../commands/shortcut.ts";
import { ALL_ROUTES, routeTitle } from "../rooms.ts";
import { navigate, routeFragment } from "../routes.ts";
import { useTRPC } from "../rpc.ts";
import { useSettings } from "../settings/settings.ts";
import { type PaletteEntry, rank } from "./entries.ts";

export interface PaletteSection {
	id: string;
	label: string;
	entries: PaletteEntry[];
}

const SHOWN_COMMANDS = 12;
const SHOWN_STORIES = 20;
const SHOWN_RECENT = 5;

export interface PaletteAnswer {
	sections: PaletteSection[];
	/** Stories for what was typed are still being looked for. */
	pending: boolean;
}

/** Everything that answers what was typed: commands and pages, then stories. `>` in front asks for commands only. */
export function usePaletteEntries(typed: string, isOpen: boolean): PaletteAnswer {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const commandsOnly = typed.startsWith(">");
	const text = (commandsOnly ? typed.slice(1) : typed).trim();
	const query = useDeferredValue(commandsOnly ? "" : text);
	const { recent } = useSettings();
	const commands = useCommandEntries();
	const pages = usePageEntries();
	const entries = commandsOnly ? commands : [...commands, ...pages];
	const hits = useQuery(
		trpc.stories.search.queryOptions({ query, limit: SHOWN_STORIES }, { enabled: isOpen && query !== "" }),
	);
	const latest = useQuery(
		trpc.stories.list.queryOptions({ sort: "updated", limit: SHOWN_STORIES }, { enabled: isOpen && !commandsOnly }),
	);
	const listed = text === "" ? latest.data : hits.data;
	const stories = (listed ?? []).map(
		(story): PaletteEntry => ({
			id: `story:${story.id}`,
			label: storyName(story, t),
			note: stageWord(story, t),
			run: () => navigate({ room: "write", storyId: story.id }),
		}),
	);
	const ranked = rank(entries, text, text === "" ? [] : recent);
	const answer = (sections: PaletteSection[]): PaletteAnswer => ({
		sections: sections.filter((section) => section.entries.length > 0),
		pending: text !== "" && !commandsOnly && (query !== text || hits.isPending),
	});
	if (text !== "")
		return answer([
			{ id: "commands", label: t("Commands"), entries: ranked.slice(0, SHOWN_COMMANDS) },
			{ id: "stories", label: t("Stories"), entries: commandsOnly ? [] : stories },
		]);
	const known = [...entries, ...stories];
	const again = recent.flatMap((id) => known.find((entry) => entry.id === id) ?? []).slice(0, SHOWN_RECENT);
	const isNew = (entry: PaletteEntry) => !again.includes(entry);
	return answer([
		{ id: "recent", label: t("Recent"), entries: again },
		{ id: "commands", label: t("Commands"), entries: entries.filter(isNew) },
		{ id: "stories", label: t("Stories"), entries: commandsOnly ? [] : stories.filter(isNew) },
	]);
}

function useCommandEntries(): PaletteEntry[] {
	const { t } = useTranslation();
	const names = groupNames(t);
	return useCommands()
		.filter((command) => !command.hidden && command.enabled !== false)
		.map((command) => ({
			id: `command:${command.id}`,
			label: command.label,
			note: command.when ?? names[command.group],
			keys: shortcutLabel(command.keys),
			run: command.run,
		}));
}

function usePageEntries(): PaletteEntry[] {
	const { t } = useTranslation();
	const pages = ALL_ROUTES.filter((route) => route.room !== "write").map(
		(route): PaletteEntry => ({
			id: `page:${routeFragment(route)}`,
			label: routeTitle(route, t),
			note: t("Page"),
			run: () => navigate(route),
		}),
	);
	const setting = (label: string, also: string): PaletteEntry => ({
		id: `setting:${also}`,
		label,
		also,
		note: t("Setting"),
		run: () => navigate({ room: "settings", page: "general" }),
	});
	return [
		...pages,
		setting(t("Theme"), t("light dark appearance")),
		setting(t("Language"), t("words locale")),
		setting(t("First day of the week"), t("calendar Monday Sunday")),
		setting(t("When the studio opens"), t("start last place new story")),
		setting(t("Text size"), t("font larger smaller")),
		setting(t("Line width"), t("measure column narrow wide")),
	];
}
