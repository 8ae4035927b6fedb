import { useEffect } from "react";
import { blockText } from "#domain/feedback/text.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { currentStory } from "#features/write/current-story.ts";
import { caretIn } from "../text-places.ts";
import { findingUnder } from "./walk.ts";

/** The finding whose words were clicked: marks are no elements that could hear it. */
function clickedFinding(byBlock: ReadonlyMap<string, readonly Tip[]>): Tip | undefined {
	const story = currentStory();
	const selection = getSelection();
	const node = selection?.focusNode ?? null;
	if (!story || !selection?.isCollapsed || !node) return undefined;
	const place = story.blocksInSight().find(({ element }) => element.contains(node));
	const block = story.document.blocks.find(({ id }) => id === place?.blockId);
	const caret = place && block ? caretIn(place.element, blockText(block)) : null;
	return caret === null || !block ? undefined : findingUnder(byBlock.get(block.id) ?? [], caret);
}

/** Shows the finding whose words in the text were clicked. */
export function useClickedFinding(byBlock: ReadonlyMap<string, readonly Tip[]>, show: (tip: Tip) => void): void {
	useEffect(() => {
		const onClick = ({ target }: MouseEvent) => {
			if (!(target instanceof Element) || !target.closest("[data-page-scroller]")) return;
			const tip = clickedFinding(byBlock);
			if (tip) show(tip);
		};
		document.addEventListener("click", onClick);
		return () => document.removeEventListener("click", onClick);
	}, [byBlock, show]);
}
