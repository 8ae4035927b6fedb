import {
	$getNodeByKey,
	$getSelection,
	$isRangeSelection,
	COMMAND_PRIORITY_HIGH,
	KEY_ARROW_DOWN_COMMAND,
	KEY_ARROW_UP_COMMAND,
	KEY_ENTER_COMMAND,
	KEY_ESCAPE_COMMAND,
	KEY_TAB_COMMAND,
	type LexicalEditor,
	mergeRegister,
} from "lexical";
import { Plus } from "lucide-react";
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { $topBlock } from "#editor/extensions/structure/selection.ts";
import { $isTextBlock, $textKind } from "#editor/nodes/TextBlockNode.ts";
import { PAGE_SHORTCUTS } from "#editor/shortcuts.ts";
import { placeBeside } from "./anchor.ts";
import styles from "./BlockMenu.module.css";
import { type BlockMenuItem, matchingItems, useBlockMenuItems } from "./block-menu-items.ts";
import { focusPage, sameFields, useEditorValue } from "./use-editor.ts";

interface Line {
	key: string | null;
	empty: boolean;
	/** What follows the slash; `null` where there is none. */
	query: string | null;
}

/** The paragraph the caret is in, when a menu may open there. */
function $readLine(): Line {
	const none = { key: null, empty: false, query: null };
	const selection = $getSelection();
	if (!$isRangeSelection(selection) || !selection.isCollapsed()) return none;
	const block = $topBlock(selection.anchor.getNode());
	if (!$isTextBlock(block) || $textKind(block) !== "paragraph") return none;
	const text = block.getTextContent();
	return {
		key: block.getKey(),
		empty: text === "",
		query: /^\/[\p{L}\p{N} ]{0,24}$/u.test(text) ? text.slice(1) : null,
	};
}

interface Props {
	editor: LexicalEditor;
	page: RefObject<HTMLDivElement | null>;
	onImage: () => void;
	onEmbed: () => void;
}

/** `+` beside an empty line, or `/` in it: what can be put there. Focus stays in the text; what is typed searches. */
export function BlockMenu({ editor, page, onImage, onEmbed }: Props) {
	const { t } = useTranslation();
	const listId = useId();
	const line = useEditorValue(editor, $readLine, sameFields);
	/** The line on which Escape has closed the menu. */
	const [closedOn, setClosedOn] = useState<string | null>(null);
	/** The line into which the button has put its slash. */
	const byButton = useRef<string | null>(null);
	const [index, setIndex] = useState(0);
	const [place, setPlace] = useState({ left: 0, top: 0 });
	const list = useRef<HTMLDivElement>(null);
	const all = useBlockMenuItems(editor, { onImage, onEmbed });
	const offered = ({ key, query }: Line) => (query === null || key === closedOn ? [] : matchingItems(all, query));
	const items = offered(line);
	const open = items.length > 0;
	const active = Math.min(index, items.length - 1);

	useEffect(() => {
		if (line.query === null) {
			setClosedOn(null);
			byButton.current = null;
		}
		setIndex(0);
	}, [line.query]);

	const choose = (item: BlockMenuItem) => {
		editor.update(() => {
			const selection = $getSelection();
			const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
			if (!$isTextBlock(block)) return;
			block.clear();
			block.select();
			// In the same update: the keys that choose are themselves handled in one.
			item.run();
		});
		focusPage(editor);
	};

	// The handlers are registered once and call what is current.
	const current = useRef({ line, active, offered, choose });
	useEffect(() => {
		current.current = { line, active, offered, choose };
	});
	useEffect(() => {
		/** What the menu offers for the line as it is: keys may come faster than the menu is drawn. Commands run in an update. */
		const $now = () => {
			const { line: drawn, active: at, offered: offer, choose: act } = current.current;
			const latest = $readLine();
			return { shown: offer(latest), at: sameFields(latest, drawn) ? at : 0, act, key: latest.key };
		};
		const step = (by: number) => (event: KeyboardEvent) => {
			const { shown, at } = $now();
			if (shown.length === 0) return false;
			event.preventDefault();
			setIndex((at + by + shown.length) % shown.length);
			return true;
		};
		const take = (event: KeyboardEvent | null) => {
			const { shown, at, act } = $now();
			const item = shown[at];
			if (!item || event?.isComposing) return false;
			event?.preventDefault();
			act(item);
			return true;
		};
		return mergeRegister(
			editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_HIGH),
			editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_HIGH),
			editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_HIGH),
			editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_HIGH),
			editor.registerCommand(
				KEY_ESCAPE_COMMAND,
				(event) => {
					const { shown, key } = $now();
					if (shown.length === 0) return false;
					event.preventDefault();
					const block = key === null ? null : $getNodeByKey(key);
					// Whoever typed a slash may mean one; the button's own is taken back.
					if (key === byButton.current && $isTextBlock(block)) block.clear().select();
					else setClosedOn(key);
					return true;
				},
				COMMAND_PRIORITY_HIGH,
			),
		);
	}, [editor]);

	const shownLine = open || line.empty ? line.key : null;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a shorter list is a smaller box
	useLayoutEffect(() => {
		const element = shownLine === null ? null : editor.getElementByKey(shownLine);
		if (!element) return;
		const put = () => {
			const rect = element.getBoundingClientRect();
			const sheet = page.current?.parentElement?.getBoundingClientRect();
			if (open && list.current)
				setPlace(
					placeBeside(page, rect, { width: list.current.offsetWidth, height: list.current.offsetHeight }, "below"),
				);
			else if (sheet) setPlace({ left: rect.left - sheet.left - 36, top: rect.top - sheet.top + 2 });
		};
		put();
		const watch = new ResizeObserver(put);
		if (page.current) watch.observe(page.current);
		return () => watch.disconnect();
	}, [open, shownLine, editor, page, items.length]);

	useEffect(() => {
		const element = page.current;
		if (!element || !open) return;
		element.setAttribute("aria-controls", listId);
		element.setAttribute("aria-activedescendant", `${listId}-${active}`);
		list.current?.children[active]?.scrollIntoView({ block: "nearest" });
		return () => {
			element.removeAttribute("aria-controls");
			element.removeAttribute("aria-activedescendant");
		};
	}, [page, open, active, listId]);

	if (open)
		return (
			<div
				ref={list}
				id={listId}
				role="listbox"
				aria-label={t("Insert")}
				className={styles.menu}
				style={place}
				onMouseDown={(event) => event.preventDefault()}
			>
				{items.map((item, at) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text, where the focus is
					<div
						key={item.id}
						id={`${listId}-${at}`}
						role="option"
						tabIndex={-1}
						aria-selected={at === active}
						className={styles.item}
						onMouseMove={() => setIndex(at)}
						onClick={() => choose(item)}
					>
						<item.icon aria-hidden size={16} />
						<span className={styles.label}>{item.label}</span>
						<kbd className={styles.keys}>
							{item.markdown ?? (item.shortcut && shortcutLabel(PAGE_SHORTCUTS[item.shortcut].keys))}
						</kbd>
					</div>
				))}
			</div>
		);
	if (!line.empty) return null;
	return (
		<button
			type="button"
			className={styles.plus}
			style={place}
			aria-label={t("Insert a block")}
			title={t("Insert a block ({{keys}})", { keys: "/" })}
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => {
				editor.update(() => {
					const selection = $getSelection();
					if ($isRangeSelection(selection)) selection.insertText("/");
				});
				byButton.current = line.key;
				focusPage(editor);
			}}
		>
			<Plus aria-hidden size={16} />
		</button>
	);
}
