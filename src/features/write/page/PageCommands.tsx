import { type LexicalCommand, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import { native } from "#app/native.ts";
import { PAGE_SHORTCUTS, type PageShortcut, type PageShortcutId } from "#editor/shortcuts.ts";
import { useBlockNames } from "../use-block-names.ts";
import { focusPage } from "./use-editor.ts";

interface Props {
	editor: LexicalEditor;
}

/** The page's keys in the palette and the shortcut sheet. The page itself listens for them. */
export function PageCommands({ editor }: Props) {
	const { t } = useTranslation();
	const names = useBlockNames();
	const labels: Record<PageShortcutId, string> = {
		bold: t("Bold"),
		italic: t("Italic"),
		code: t("Code in the line"),
		strikethrough: t("Strikethrough"),
		link: t("Link the selected text"),
		paragraph: names.paragraph,
		heading1: names.heading1,
		heading2: names.heading2,
		subtitle: names.subtitle,
		kicker: names.kicker,
		quote: t("Quote, pull quote, paragraph"),
		codeBlock: t("Code block"),
		numberedList: names.numberedList,
		bulletList: names.bulletList,
		moveUp: t("Move the block up"),
		moveDown: t("Move the block down"),
	};
	return (
		<>
			<HistoryCommands editor={editor} />
			{(Object.keys(PAGE_SHORTCUTS) as PageShortcutId[]).map((id) => (
				<PageCommand key={id} editor={editor} id={id} label={labels[id]} />
			))}
		</>
	);
}

/** Lexical listens for these keys itself. */
function HistoryCommands({ editor }: Props) {
	const { t } = useTranslation();
	const run = (command: LexicalCommand<void>) => () => {
		focusPage(editor);
		editor.dispatchCommand(command, undefined);
	};
	const shared = { group: "text", keysHandledElsewhere: true } as const;
	useCommand({ ...shared, id: "text.undo", label: t("Undo"), keys: "Mod+Z", run: run(UNDO_COMMAND) });
	useCommand({
		...shared,
		id: "text.redo",
		label: t("Redo"),
		keys: native.platform === "mac" ? "Mod+Shift+Z" : ["Mod+Shift+Z", "Mod+Y"],
		run: run(REDO_COMMAND),
	});
	return null;
}

function PageCommand({ editor, id, label }: Props & { id: PageShortcutId; label: string }) {
	const { t } = useTranslation();
	const { keys, run, needsSelection }: PageShortcut = PAGE_SHORTCUTS[id];
	useCommand({
		...(needsSelection ? { when: t("when text is selected") } : {}),
		id: `text.${id}`,
		label,
		group: "text",
		keys,
		keysHandledElsewhere: true,
		run: () => {
			focusPage(editor);
			run((command, payload) => editor.dispatchCommand(command, payload));
		},
	});
	return null;
}
