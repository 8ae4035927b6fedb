import {
	$addUpdateTag,
	$getSelection,
	$isRangeSelection,
	$setSelection,
	type BaseSelection,
	FORMAT_TEXT_COMMAND,
	type LexicalEditor,
	SKIP_DOM_SELECTION_TAG,
} from "lexical";
import {
	ArrowDown,
	ArrowUp,
	Bold,
	Code,
	Heading1,
	Heading2,
	Italic,
	Link,
	List,
	ListOrdered,
	type LucideIcon,
	Quote,
	Strikethrough,
} from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { native } from "#app/native.ts";
import { CYCLE_QUOTE_COMMAND, EDIT_LINK_COMMAND, MOVE_BLOCK_COMMAND, SET_BLOCK_COMMAND } from "#editor/commands.ts";
import { $linkAtSelection } from "#editor/extensions/links/links.ts";
import { $selectedBlocks } from "#editor/extensions/structure/selection.ts";
import { $choiceOf } from "#editor/extensions/structure/set-block.ts";
import { PAGE_SHORTCUTS, type PageShortcutId } from "#editor/shortcuts.ts";
import { placeBeside, selectionRect } from "./anchor.ts";
import styles from "./SelectionToolbar.module.css";
import { useShownWords } from "./shown-words.ts";
import { focusPage, sameFields, useEditorValue } from "./use-editor.ts";

function $readSelection() {
	const selection = $getSelection();
	if (!$isRangeSelection(selection))
		return {
			atCaret: false,
			shown: false,
			bold: false,
			italic: false,
			code: false,
			struck: false,
			link: false,
			block: "",
			inCode: false,
		};
	const kinds = new Set($selectedBlocks().map($choiceOf));
	const [block] = kinds;
	return {
		atCaret: selection.isCollapsed(),
		shown: !selection.isCollapsed() && selection.getTextContent().trim() !== "",
		bold: selection.hasFormat("bold"),
		italic: selection.hasFormat("italic"),
		code: selection.hasFormat("code"),
		struck: selection.hasFormat("strikethrough"),
		link: $linkAtSelection() !== null,
		block: kinds.size === 1 ? (block ?? "") : "",
		inCode: kinds.has("code"),
	};
}

function focusBar(bar: HTMLElement): void {
	bar.querySelector<HTMLButtonElement>("button[tabindex='0']")?.focus();
}

interface Action {
	id: PageShortcutId;
	label: string;
	icon: LucideIcon;
	/** Left out for what is done, not switched. */
	pressed?: boolean;
	run: () => void;
}

interface Props {
	editor: LexicalEditor;
	page: RefObject<HTMLDivElement | null>;
}

/** Marks and blocks for the selected text: only what Medium's format has. */
export function SelectionToolbar({ editor, page }: Props) {
	const { t } = useTranslation();
	const now = useEditorValue(editor, $readSelection, sameFields);
	const bar = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
	const [focused, setFocused] = useState(0);
	const [dragging, setDragging] = useState(false);
	// The bar would lie over the line that is being shown.
	const shownWords = useShownWords(editor);
	/** Alt+F10 was pressed for the words being shown, or for the block the caret is in. */
	const [asked, setAsked] = useState<"words" | "block" | null>(null);
	const takesFocus = useRef(false);
	/** What is selected in a block that was moved from here. */
	const carried = useRef<BaseSelection | null>(null);
	const shown = !dragging && (now.shown ? !shownWords || asked === "words" : now.atCaret && asked === "block");
	if ((asked === "words" && !shownWords) || (asked === "block" && !now.atCaret)) setAsked(null);

	useEffect(() => {
		const down = (event: PointerEvent) => {
			if (event.target instanceof Node && page.current?.contains(event.target)) setDragging(true);
		};
		const up = () => setDragging(false);
		document.addEventListener("pointerdown", down);
		document.addEventListener("pointerup", up);
		return () => {
			document.removeEventListener("pointerdown", down);
			document.removeEventListener("pointerup", up);
		};
	}, [page]);

	useLayoutEffect(() => {
		if (!shown) {
			setPlace(null);
			return;
		}
		const put = () => {
			const rect = page.current && selectionRect(page.current);
			if (rect && bar.current)
				setPlace(
					placeBeside(page, rect, { width: bar.current.offsetWidth, height: bar.current.offsetHeight }, "above"),
				);
		};
		put();
		window.addEventListener("resize", put);
		const stop = editor.registerUpdateListener(put);
		return () => {
			window.removeEventListener("resize", put);
			stop();
		};
	}, [shown, editor, page]);

	useEffect(() => {
		const onKey = (event: globalThis.KeyboardEvent) => {
			if (event.key !== "F10" || !event.altKey) return;
			event.preventDefault();
			if (bar.current) focusBar(bar.current);
			else if (now.atCaret || (now.shown && shownWords)) {
				takesFocus.current = true;
				setAsked(now.atCaret ? "block" : "words");
			}
		};
		const element = page.current;
		element?.addEventListener("keydown", onKey);
		return () => element?.removeEventListener("keydown", onKey);
	}, [page, now.atCaret, now.shown, shownWords]);

	useEffect(() => {
		if (!place || !takesFocus.current || !bar.current) return;
		takesFocus.current = false;
		focusBar(bar.current);
	}, [place]);

	if (!shown) return null;

	const run = (id: PageShortcutId) => () =>
		PAGE_SHORTCUTS[id].run((command, payload) => editor.dispatchCommand(command, payload));
	const block = (choice: "heading1" | "heading2" | "bulletList" | "numberedList") => () =>
		editor.dispatchCommand(SET_BLOCK_COMMAND, choice);
	const marks: Action[] = [
		{ id: "bold", label: t("Bold"), icon: Bold, pressed: now.bold, run: run("bold") },
		{ id: "italic", label: t("Italic"), icon: Italic, pressed: now.italic, run: run("italic") },
		{
			id: "code",
			label: t("Code"),
			icon: Code,
			pressed: now.code,
			run: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "code"),
		},
		{
			id: "strikethrough",
			label: t("Strikethrough"),
			icon: Strikethrough,
			pressed: now.struck,
			run: run("strikethrough"),
		},
		{
			id: "link",
			label: t("Link"),
			icon: Link,
			pressed: now.link,
			run: () => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
		},
	];
	const blocks: Action[] = [
		{ id: "heading1", label: t("Heading"), icon: Heading1, pressed: now.block === "heading1", run: block("heading1") },
		{
			id: "heading2",
			label: t("Small heading"),
			icon: Heading2,
			pressed: now.block === "heading2",
			run: block("heading2"),
		},
		{
			id: "quote",
			label: now.block === "quote" ? t("Pull quote") : now.block === "pullQuote" ? t("No quote") : t("Quote"),
			icon: Quote,
			pressed: now.block === "quote" || now.block === "pullQuote",
			run: () => editor.dispatchCommand(CYCLE_QUOTE_COMMAND, undefined),
		},
		{
			id: "bulletList",
			label: t("Bulleted list"),
			icon: List,
			pressed: now.block === "bulletList",
			run: block("bulletList"),
		},
		{
			id: "numberedList",
			label: t("Numbered list"),
			icon: ListOrdered,
			pressed: now.block === "numberedList",
			run: block("numberedList"),
		},
	];
	/**
	 * From the keyboard it is pressed again: the caret, and the focus with it, is not put back into the text. The browser's
	 * own selection stays behind where the block was, so what is selected is carried with it.
	 */
	const move = (direction: -1 | 1) => () =>
		editor.update(() => {
			const isPressedAgain = bar.current?.contains(document.activeElement) ?? false;
			if (isPressedAgain) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
			if (isPressedAgain && carried.current) $setSelection(carried.current.clone());
			editor.dispatchCommand(MOVE_BLOCK_COMMAND, direction);
			carried.current = isPressedAgain ? ($getSelection()?.clone() ?? null) : null;
		});
	/** Selects what was carried along, for whatever comes after a move. */
	const catchUp = () => {
		const selection = carried.current;
		carried.current = null;
		if (selection) editor.update(() => $setSelection(selection.clone()), { discrete: true });
	};
	const moves: Action[] = [
		{ id: "moveUp", label: t("Move the block up"), icon: ArrowUp, run: move(-1) },
		{ id: "moveDown", label: t("Move the block down"), icon: ArrowDown, run: move(1) },
	];
	const actions = [...(now.inCode || now.atCaret ? [] : marks), ...blocks, ...moves];

	const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
		if (event.key === "Escape") {
			event.preventDefault();
			catchUp();
			focusPage(editor);
			return;
		}
		const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
		const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
		const last = actions.length - 1;
		const next =
			event.key === "Home" ? 0 : event.key === "End" ? last : (focused + step * (rtl ? -1 : 1) + last + 1) % (last + 1);
		if (step === 0 && event.key !== "Home" && event.key !== "End") return;
		event.preventDefault();
		setFocused(next);
		event.currentTarget.querySelectorAll("button")[next]?.focus();
	};

	return (
		<div
			ref={bar}
			role="toolbar"
			aria-label={t("Formatting")}
			className={styles.toolbar}
			style={place ? { left: place.left, top: place.top } : { visibility: "hidden" }}
			onKeyDown={onKeyDown}
			onBlur={({ currentTarget, relatedTarget }) => {
				// Another window's turn takes the focus from the document, not from the bar.
				if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return;
				carried.current = null;
				if (now.atCaret) setAsked(null);
			}}
			// Pressing a button must not take the selection away.
			onMouseDown={(event) => event.preventDefault()}
		>
			{actions.map(({ id, label, icon: Icon, pressed, run: act }, index) => {
				const keys = shortcutLabel(PAGE_SHORTCUTS[id].keys);
				return (
					<button
						key={id}
						type="button"
						aria-label={label}
						aria-pressed={pressed}
						aria-keyshortcuts={PAGE_SHORTCUTS[id].keys.replace("Mod", native.platform === "mac" ? "Meta" : "Control")}
						title={t("{{label}} ({{keys}})", { label, keys })}
						tabIndex={index === Math.min(focused, actions.length - 1) ? 0 : -1}
						className={styles.button}
						onClick={() => {
							if (id !== "moveUp" && id !== "moveDown") catchUp();
							act();
						}}
					>
						<Icon aria-hidden size={16} />
					</button>
				);
			})}
		</div>
	);
}
