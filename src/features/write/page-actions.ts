/** What the screens around the page can do to it. */
import { $getRoot, $getState, HISTORY_PUSH_TAG, type LexicalEditor, type LexicalNode, type UpdateTag } from "lexical";
import { $inlineNodes } from "#editor/convert/inline.ts";
import { $blockById } from "#editor/extensions/block-ids/block-ids.ts";
import { $caretToBlock } from "#editor/extensions/structure/insert-blocks.ts";
import { $replaceText, $selectionStart, $selectText } from "#editor/extensions/structure/text-range.ts";
import { blockIdState } from "#editor/nodes/states.ts";
import { $isTextBlock, $textKind } from "#editor/nodes/TextBlockNode.ts";
import type { PageActions, TextPlace } from "./current-story.ts";
import { bringIntoView } from "./into-view.ts";
import { SHOWN_WORDS_TAG } from "./page/shown-words.ts";
import { whenUncovered } from "./uncover.ts";

export function pageActions(editor: LexicalEditor): PageActions {
	const blockElement = (id: string) =>
		editor.read("latest", () => {
			const node = $blockById(id);
			return node ? editor.getElementByKey(node.getKey()) : null;
		});

	/** Does something with words of a block and brings them into view. */
	function onText({ blockId }: TextPlace, tags: UpdateTag[], act: (block: LexicalNode) => boolean): boolean {
		let done = false;
		editor.update(
			() => {
				const block = $blockById(blockId);
				done = block !== null && act(block);
			},
			{ tag: tags, discrete: true },
		);
		if (!done) return false;
		whenUncovered(() => {
			blockElement(blockId)?.scrollIntoView({ block: "nearest" });
			editor.focus();
			// A paragraph may be taller than the window.
			const selection = editor.getRootElement()?.ownerDocument.getSelection();
			if (selection && selection.rangeCount > 0) bringIntoView(selection.getRangeAt(0));
		});
		return true;
	}

	/** Elements stand below each other in order: the first in view is searched for, the rest follow it. */
	function blocksInSight(): { blockId: string; element: HTMLElement }[] {
		const root = editor.getRootElement();
		const frame = root?.closest("[data-page-scroller]")?.getBoundingClientRect();
		if (!root || !frame) return [];
		const elements = [...root.children];
		let [from, to] = [0, elements.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) < frame.top) from = middle + 1;
			else to = middle;
		}
		const last = elements.findIndex((one, at) => at >= from && one.getBoundingClientRect().top > frame.bottom);
		const seen = new Set(elements.slice(from, last < 0 ? elements.length : last));
		return editor.read("latest", () =>
			$getRoot()
				.getChildren()
				.flatMap((node) => {
					const element = editor.getElementByKey(node.getKey());
					return element && seen.has(element) ? [{ blockId: $getState(node, blockIdState), element }] : [];
				}),
		);
	}

	return {
		blockElement,
		blocksInSight,
		revealBlock: (id) =>
			editor.update(
				() => {
					const node = $blockById(id);
					if (node) $caretToBlock(node);
				},
				{
					onUpdate: () =>
						whenUncovered(() => {
							blockElement(id)?.scrollIntoView({ block: "center" });
							editor.focus();
						}),
				},
			),
		selectText: (place) =>
			onText(place, [SHOWN_WORDS_TAG], (block) => $selectText(block, place.start, place.quote) !== null),
		selectionStart: () =>
			editor.read("latest", () => {
				const start = $selectionStart();
				return start && { blockId: $getState(start.block, blockIdState), offset: start.offset };
			}),
		replaceText: (place, replacement) =>
			onText(place, [HISTORY_PUSH_TAG], (block) => $replaceText(block, place.start, place.quote, replacement)),
		setTitle: (text) =>
			editor.update(
				() => {
					const title = $getRoot()
						.getChildren()
						.find((node) => $textKind(node) === "title");
					if (!$isTextBlock(title)) return;
					title.clear();
					title.append(...$inlineNodes(text === "" ? [] : [{ text }]));
				},
				{ tag: HISTORY_PUSH_TAG },
			),
	};
}
