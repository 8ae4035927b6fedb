import {
	$createNodeSelection,
	$getState,
	$setSelection,
	$setState,
	type ElementDOMSlot,
	ElementNode,
	type LexicalNode,
	type RangeSelection,
	setDOMUnmanaged,
} from "lexical";
import { blockIdState, type CaptionedPayload, captionedState } from "./states.ts";
import { $createTextBlock, type TextBlockNode } from "./TextBlockNode.ts";

/** Where the face (picture, tiles, embed card) of a captioned block is drawn. */
export const FACE_CLASS = "story-face";
const CAPTION_CLASS = "story-caption";

/** A figure, gallery or embed. Its text is the caption, edited in place; the face above it is drawn by the page. */
export class CaptionedNode extends ElementNode {
	override $config() {
		return this.config("story-captioned", {
			extends: ElementNode,
			stateConfigs: [
				{ flat: true, stateConfig: blockIdState },
				{ flat: true, stateConfig: captionedState },
			],
		});
	}

	override createDOM(): HTMLElement {
		const element = document.createElement("figure");
		const face = document.createElement("div");
		face.className = FACE_CLASS;
		face.contentEditable = "false";
		setDOMUnmanaged(face);
		const caption = document.createElement("figcaption");
		caption.className = CAPTION_CLASS;
		caption.dir = "auto";
		element.append(face, caption);
		this.#describe(element);
		return element;
	}

	override updateDOM(_previous: this, element: HTMLElement): boolean {
		this.#describe(element);
		return false;
	}

	#describe(element: HTMLElement): void {
		const payload = $getState(this, captionedState, "direct");
		element.dataset["kind"] = payload.type;
		if (payload.type === "figure") element.dataset["layout"] = payload.layout;
	}

	override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
		const slot = super.getDOMSlot(element);
		const caption = element.querySelector<HTMLElement>(`:scope > .${CAPTION_CLASS}`);
		return caption ? slot.withElement(caption) : slot;
	}

	override insertNewAfter(_selection: RangeSelection, restoreSelection = true): TextBlockNode {
		const next = $createTextBlock("paragraph");
		this.insertAfter(next, restoreSelection);
		return next;
	}

	/** Backspace at the start of the caption selects the whole block; the next one removes it. */
	override collapseAtStart(): boolean {
		$selectBlock(this);
		return true;
	}
}

export function $createCaptioned(payload: CaptionedPayload, id = ""): CaptionedNode {
	const node = new CaptionedNode();
	$setState(node, captionedState, payload);
	if (id !== "") $setState(node, blockIdState, id);
	return node;
}

export function $isCaptioned(node: LexicalNode | null | undefined): node is CaptionedNode {
	return node instanceof CaptionedNode;
}

/** Selects a block as a whole. */
export function $selectBlock(node: LexicalNode): void {
	const selection = $createNodeSelection();
	selection.add(node.getKey());
	$setSelection(selection);
}
