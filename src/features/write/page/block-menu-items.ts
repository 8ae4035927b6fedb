import type { LexicalEditor } from "lexical";
import {
	Code,
	Heading1,
	Heading2,
	Image,
	List,
	ListOrdered,
	type LucideIcon,
	Minus,
	NotebookPen,
	PanelTop,
	Quote,
	Table,
	TextQuote,
	Type,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { newBlockId } from "#domain/story/create.ts";
import { type BlockChoice, INSERT_BLOCK_COMMAND, SET_BLOCK_COMMAND } from "#editor/commands.ts";
import type { PageShortcutId } from "#editor/shortcuts.ts";
import { fold } from "#ui/format/fold.ts";

export interface BlockMenuItem {
	id: string;
	label: string;
	icon: LucideIcon;
	/** Other words that find it. */
	also: string;
	shortcut?: PageShortcutId;
	/** What can be typed instead. */
	markdown?: string;
	run: () => void;
}

interface Doors {
	onImage: () => void;
	onEmbed: () => void;
}

/** Everything that can stand on a line of its own. */
export function useBlockMenuItems(editor: LexicalEditor, { onImage, onEmbed }: Doors): BlockMenuItem[] {
	const { t } = useTranslation();
	const set = (choice: BlockChoice) => () => void editor.dispatchCommand(SET_BLOCK_COMMAND, choice);
	return [
		{ id: "image", label: t("Picture from this computer"), icon: Image, also: t("image photo file"), run: onImage },
		{ id: "embed", label: t("Embed by address"), icon: PanelTop, also: t("link video gist url"), run: onEmbed },
		{
			id: "heading1",
			label: t("Heading"),
			icon: Heading1,
			also: t("title section"),
			shortcut: "heading1",
			markdown: "#",
			run: set("heading1"),
		},
		{
			id: "heading2",
			label: t("Small heading"),
			icon: Heading2,
			also: t("subheading section"),
			shortcut: "heading2",
			markdown: "##",
			run: set("heading2"),
		},
		{
			id: "bulletList",
			label: t("Bulleted list"),
			icon: List,
			also: t("items"),
			markdown: "-",
			run: set("bulletList"),
		},
		{
			id: "numberedList",
			label: t("Numbered list"),
			icon: ListOrdered,
			also: t("ordered items"),
			markdown: "1.",
			run: set("numberedList"),
		},
		{ id: "quote", label: t("Quote"), icon: TextQuote, also: t("blockquote"), markdown: ">", run: set("quote") },
		{
			id: "pullQuote",
			label: t("Pull quote"),
			icon: Quote,
			also: t("quote large"),
			shortcut: "quote",
			run: set("pullQuote"),
		},
		{ id: "code", label: t("Code"), icon: Code, also: t("program snippet"), markdown: "```", run: set("code") },
		{
			id: "separator",
			label: t("Separator"),
			icon: Minus,
			also: t("line break section divider"),
			markdown: "---",
			run: () => void editor.dispatchCommand(INSERT_BLOCK_COMMAND, { id: newBlockId(), type: "separator" }),
		},
		{
			id: "subtitle",
			label: t("Subtitle"),
			icon: Type,
			also: t("title kicker"),
			shortcut: "subtitle",
			run: set("subtitle"),
		},
		{
			id: "kicker",
			label: t("Kicker"),
			icon: Type,
			also: t("series above title"),
			shortcut: "kicker",
			run: set("kicker"),
		},
		{
			id: "table",
			label: t("Table"),
			icon: Table,
			also: t("rows columns grid"),
			run: () =>
				void editor.dispatchCommand(INSERT_BLOCK_COMMAND, {
					id: newBlockId(),
					type: "table",
					rows: [
						[[], []],
						[[], []],
					],
				}),
		},
		{ id: "note", label: t("Note to self"), icon: NotebookPen, also: t("comment todo private"), run: set("note") },
	];
}

/** Items whose words start like what was typed; label matches first. */
export function matchingItems(items: readonly BlockMenuItem[], query: string): BlockMenuItem[] {
	const wanted = fold(query.trim());
	if (wanted === "") return [...items];
	const starts = (text: string) =>
		fold(text)
			.split(/\s+/)
			.some((_word, index, words) =>
				words
					.slice(index)
					.join(" ")
					.replace(/^[^\p{L}\p{N}]+/u, "")
					.startsWith(wanted),
			);
	return [
		...items.filter((item) => starts(item.label)),
		...items.filter((item) => !starts(item.label) && starts(item.also)),
	];
}
