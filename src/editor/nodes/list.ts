/** Lists are flat, as in the story document and on Medium: each item knows its depth. */
import { $getState, $setState, ElementNode, type LexicalNode, type RangeSelection } from "lexical";
import { blockIdState, depthState, orderedState, startState } from "./states.ts";
import { $createTextBlock } from "./TextBlockNode.ts";

/** Deepest level the document knows. */
export const MAX_DEPTH = 8;

export class ListBlockNode extends ElementNode {
	override $config() {
		return this.config("story-list", {
			extends: ElementNode,
			stateConfigs: [
				{ flat: true, stateConfig: blockIdState },
				{ flat: true, stateConfig: orderedState },
				{ flat: true, stateConfig: startState },
			],
		});
	}

	override createDOM(): HTMLElement {
		const ordered = $getState(this, orderedState);
		const element = document.createElement(ordered ? "ol" : "ul");
		element.dataset["kind"] = "list";
		this.#setStart(element);
		return element;
	}

	override updateDOM(previous: this, element: HTMLElement): boolean {
		if ($getState(this, orderedState, "direct") !== $getState(previous, orderedState, "direct")) return true;
		this.#setStart(element);
		return false;
	}

	#setStart(element: HTMLElement): void {
		element.style.setProperty("--list-start", String(($getState(this, startState, "direct") ?? 1) - 1));
	}

	override canBeEmpty(): boolean {
		return false;
	}
}

export class ListItemNode extends ElementNode {
	override $config() {
		return this.config("story-item", {
			extends: ElementNode,
			stateConfigs: [{ flat: true, stateConfig: depthState }],
		});
	}

	override createDOM(): HTMLElement {
		const element = document.createElement("li");
		element.dir = "auto";
		this.#setDepth(element);
		return element;
	}

	override updateDOM(_previous: this, element: HTMLElement): boolean {
		this.#setDepth(element);
		return false;
	}

	#setDepth(element: HTMLElement): void {
		const depth = $getState(this, depthState, "direct");
		element.dataset["depth"] = String(depth);
		element.ariaLevel = String(depth + 1);
	}

	override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ListItemNode {
		const item = $createListItem($getState(this, depthState));
		this.insertAfter(item, restoreSelection);
		return item;
	}

	/** Backspace at the start: one level out, then out of the list. */
	override collapseAtStart(): boolean {
		$outdentItem(this);
		return true;
	}
}

export function $createList(ordered: boolean, id = ""): ListBlockNode {
	const list = new ListBlockNode();
	if (ordered) $setState(list, orderedState, true);
	if (id !== "") $setState(list, blockIdState, id);
	return list;
}

export function $createListItem(depth = 0): ListItemNode {
	const item = new ListItemNode();
	if (depth > 0) $setState(item, depthState, Math.min(depth, MAX_DEPTH));
	return item;
}

export function $isList(node: LexicalNode | null | undefined): node is ListBlockNode {
	return node instanceof ListBlockNode;
}

export function $isListItem(node: LexicalNode | null | undefined): node is ListItemNode {
	return node instanceof ListItemNode;
}

/** Splits the list before `item`; the items from it on move to a new list that follows. Returns that list. */
export function $splitListBefore(list: ListBlockNode, item: ListItemNode): ListBlockNode {
	const rest = $createList($getState(list, orderedState));
	rest.append(item, ...item.getNextSiblings());
	list.insertAfter(rest);
	return rest;
}

/** Takes an item out of its list as a paragraph; what follows stays a list. The first half keeps the id. */
export function $liftItem(item: ListItemNode): void {
	const list = item.getParent();
	if (!$isList(list)) return;
	const paragraph = $createTextBlock("paragraph");
	const next = item.getNextSibling();
	if (item.getPreviousSibling() === null) list.insertBefore(paragraph);
	else {
		if ($isListItem(next)) $splitListBefore(list, next);
		list.insertAfter(paragraph);
	}
	paragraph.append(...item.getChildren());
	if (paragraph.isEmpty()) paragraph.select();
	item.remove();
}

export function $outdentItem(item: ListItemNode): void {
	const depth = $getState(item, depthState);
	if (depth > 0) $setState(item, depthState, depth - 1);
	else $liftItem(item);
}

/** One level deeper, never more than one below the item before. Returns whether it moved. */
export function $indentItem(item: ListItemNode): boolean {
	const before = item.getPreviousSibling();
	const depth = $getState(item, depthState);
	if (!$isListItem(before) || depth >= Math.min($getState(before, depthState) + 1, MAX_DEPTH)) return false;
	$setState(item, depthState, depth + 1);
	return true;
}
