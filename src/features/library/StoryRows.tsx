import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { takesText } from "#app/commands/key-handler.ts";
import { classes } from "#ui/classes/classes.ts";
import styles from "./StoryRows.module.css";
import { chooseAll, extendTo, focusOn, move, type Selection, toggle, typeAhead } from "./selection.ts";

interface Props {
	label: string;
	ids: readonly string[];
	/** Draws one row; called for rows in sight only. */
	row: (index: number) => ReactNode;
	/** What typing finds. */
	text: (index: number) => string;
	/** In CSS pixels. Give the list a new `key` when it changes. */
	rowHeight: number;
	openId: string | null;
	selection: Selection;
	onSelect: (selection: Selection) => void;
	onOpen: (id: string) => void;
	onDelete: () => void;
	/** The element the menu belongs to. */
	onMenu: (anchor: Element) => void;
}

const TYPING_PAUSE_MS = 800;

/** A listbox of any length: only the rows in sight are in the page. */
export function StoryRows(props: Props) {
	const { label, ids, row, text: textOf, rowHeight, openId, selection, onSelect, onOpen, onDelete, onMenu } = props;
	const scroller = useRef<HTMLDivElement>(null);
	const typed = useRef({ text: "", at: 0 });
	const virtual = useVirtualizer({
		count: ids.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		getItemKey: (index) => ids[index] ?? index,
		overscan: 6,
		paddingStart: 4,
		paddingEnd: 8,
	});
	const focusIndex = selection.focus === null ? -1 : ids.indexOf(selection.focus);
	useEffect(() => {
		if (focusIndex >= 0) virtual.scrollToIndex(focusIndex);
	}, [virtual, focusIndex]);

	const rowsInSight = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
	const select = (next: Selection | null) => {
		if (next) onSelect(next);
	};
	const optionOf = (id: string) => document.getElementById(optionId(id));

	function find(character: string): void {
		const now = performance.now();
		const text = now - typed.current.at < TYPING_PAUSE_MS ? typed.current.text + character : character;
		typed.current = { text, at: now };
		select(
			typeAhead(
				selection,
				ids.map((id, index) => ({ id, text: textOf(index) })),
				text,
			),
		);
	}

	function onKeyDown(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing || takesText(event.target)) return;
		const steps: Record<string, number> = {
			ArrowDown: 1,
			ArrowUp: -1,
			PageDown: rowsInSight(),
			PageUp: -rowsInSight(),
			Home: -ids.length,
			End: ids.length,
		};
		const step = steps[event.key];
		const modified = event.ctrlKey || event.metaKey;
		if (step !== undefined && !event.altKey) select(move(selection, ids, step, event.shiftKey));
		else if (event.key === "Enter" && selection.focus !== null && !modified) onOpen(selection.focus);
		else if ((event.key === "Delete" || event.key === "Backspace") && !event.altKey) onDelete();
		else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
			const anchor = selection.focus === null ? null : optionOf(selection.focus);
			if (anchor) onMenu(anchor);
		} else if (event.key === " " && selection.focus !== null) select(toggle(selection, selection.focus));
		else if (event.key.toLowerCase() === "a" && modified) select(chooseAll(selection, ids));
		else if (event.key === "Escape" && selection.chosen.size > 0) select(focusOn(selection.focus));
		else if (event.key.length === 1 && !modified && !event.altKey) find(event.key);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	function onClick(event: MouseEvent, id: string): void {
		if (event.shiftKey) select(extendTo(selection, ids, id));
		else if (event.ctrlKey || event.metaKey) select(toggle(selection, id));
		else {
			select(focusOn(id));
			onOpen(id);
		}
	}

	return (
		<div
			ref={scroller}
			className={styles.scroller}
			role="listbox"
			data-story-rows
			aria-label={label}
			aria-multiselectable
			aria-activedescendant={selection.focus === null || focusIndex < 0 ? undefined : optionId(selection.focus)}
			tabIndex={0}
			onKeyDown={onKeyDown}
			onFocus={() => {
				// A pointer says itself which row it means; going to the open one would move the rows under it.
				if (focusIndex < 0 && scroller.current?.matches(":focus-visible"))
					select(focusOn(openId !== null && ids.includes(openId) ? openId : (ids[0] ?? null)));
			}}
		>
			<div role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
				{virtual.getVirtualItems().map((item) => {
					const id = String(item.key);
					const chosen = selection.chosen.size > 0 ? selection.chosen.has(id) : id === openId;
					return (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys
						// biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox, which names its active option
						<div
							key={id}
							id={optionId(id)}
							role="option"
							aria-selected={chosen}
							aria-posinset={item.index + 1}
							aria-setsize={ids.length}
							aria-current={id === openId ? "true" : undefined}
							className={classes(styles.row, chosen && styles.chosen, id === selection.focus && styles.focus)}
							style={{ insetBlockStart: item.start, blockSize: item.size }}
							onClick={(event) => onClick(event, id)}
							onContextMenu={(event) => {
								event.preventDefault();
								if (!selection.chosen.has(id)) select(focusOn(id));
								onMenu(event.currentTarget);
							}}
						>
							{row(item.index)}
						</div>
					);
				})}
			</div>
		</div>
	);
}

const optionId = (id: string) => `story-${id}`;
