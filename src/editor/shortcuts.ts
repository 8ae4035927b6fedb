/** The page's keys, as data. The handler, the toolbar and the shortcut sheet read the same table. */
import type { LexicalCommand, TextFormatType } from "lexical";
import { FORMAT_TEXT_COMMAND } from "lexical";
import { type KeyPress, matches, type Platform } from "#ui/keys/keys.ts";
import {
	type BlockChoice,
	CYCLE_QUOTE_COMMAND,
	EDIT_LINK_COMMAND,
	MOVE_BLOCK_COMMAND,
	SET_BLOCK_COMMAND,
} from "./commands.ts";

export interface PageShortcut {
	/** As `#ui/keys` writes them. */
	keys: string;
	run: <R>(dispatch: <P>(command: LexicalCommand<P>, payload: P) => R) => R;
	/** Only with text selected; otherwise the key means something else in the studio. */
	needsSelection?: true;
}

const format =
	(type: TextFormatType): PageShortcut["run"] =>
	(dispatch) =>
		dispatch(FORMAT_TEXT_COMMAND, type);
const block =
	(choice: BlockChoice): PageShortcut["run"] =>
	(dispatch) =>
		dispatch(SET_BLOCK_COMMAND, choice);

export const PAGE_SHORTCUTS = {
	bold: { keys: "Mod+B", run: format("bold") },
	italic: { keys: "Mod+I", run: format("italic") },
	code: { keys: "Mod+E", run: format("code") },
	strikethrough: { keys: "Mod+Shift+X", run: format("strikethrough") },
	link: { keys: "Mod+K", run: (dispatch) => dispatch(EDIT_LINK_COMMAND, undefined), needsSelection: true },
	paragraph: { keys: "Mod+Alt+0", run: block("paragraph") },
	heading1: { keys: "Mod+Alt+1", run: block("heading1") },
	heading2: { keys: "Mod+Alt+2", run: block("heading2") },
	subtitle: { keys: "Mod+Alt+3", run: block("subtitle") },
	kicker: { keys: "Mod+Alt+4", run: block("kicker") },
	quote: { keys: "Mod+Alt+5", run: (dispatch) => dispatch(CYCLE_QUOTE_COMMAND, undefined) },
	codeBlock: { keys: "Mod+Alt+6", run: block("code") },
	numberedList: { keys: "Mod+Alt+7", run: block("numberedList") },
	bulletList: { keys: "Mod+Alt+8", run: block("bulletList") },
	moveUp: { keys: "Mod+Shift+ArrowUp", run: (dispatch) => dispatch(MOVE_BLOCK_COMMAND, -1) },
	moveDown: { keys: "Mod+Shift+ArrowDown", run: (dispatch) => dispatch(MOVE_BLOCK_COMMAND, 1) },
} as const satisfies Record<string, PageShortcut>;

export type PageShortcutId = keyof typeof PAGE_SHORTCUTS;

/** The shortcut of the page a key press means. */
export function pageShortcut(event: KeyPress, platform: Platform): PageShortcut | undefined {
	return Object.values<PageShortcut>(PAGE_SHORTCUTS).find(({ keys }) => matches(keys, event, platform));
}
