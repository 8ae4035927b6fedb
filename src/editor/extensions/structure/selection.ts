/** Where the caret is, in terms of blocks. */
import {
	$createRangeSelectionFromDom,
	$getNodeByKey,
	$getSelection,
	$isNodeSelection,
	$isRangeSelection,
	$isRootNode,
	$setSelection,
	getDOMSelection,
	type LexicalEditor,
	type LexicalNode,
	type RangeSelection,
} from "lexical";

/** The child of the root that holds a node. */
export function $topBlock(node: LexicalNode): LexicalNode | null {
	let current: LexicalNode | null = node;
	while (current !== null && !$isRootNode(current.getParent())) current = current.getParent();
	return current;
}

/** Selected top-level blocks in document order; the caret's block when nothing is selected. */
export function $selectedBlocks(): LexicalNode[] {
	const selection = $getSelection();
	if (selection === null) return [];
	const blocks = new Set<LexicalNode>();
	for (const node of selection.getNodes()) {
		const block = $topBlock(node);
		if (block !== null) blocks.add(block);
	}
	return [...blocks].sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}

/** The block of a collapsed caret. */
export function $caretBlock(): LexicalNode | null {
	const selection = $getSelection();
	return $isRangeSelection(selection) && selection.isCollapsed() ? $topBlock(selection.anchor.getNode()) : null;
}

/** Whether a collapsed caret is before everything in `element`. */
export function $atStart(selection: RangeSelection, element: LexicalNode): boolean {
	if (!selection.isCollapsed() || selection.anchor.offset !== 0) return false;
	let node: LexicalNode | null = selection.anchor.getNode();
	while (node !== null && !node.is(element)) {
		if (node.getPreviousSibling() !== null) return false;
		node = node.getParent();
	}
	return node !== null;
}

/** Whether a collapsed caret is after everything in `element`. */
export function $atEnd(selection: RangeSelection, element: LexicalNode): boolean {
	if (!selection.isCollapsed()) return false;
	const anchor = selection.anchor;
	let node: LexicalNode | null = anchor.getNode();
	const size = anchor.type === "text" ? node.getTextContentSize() : selectionChildren(node);
	if (anchor.offset !== size) return false;
	while (node !== null && !node.is(element)) {
		if (node.getNextSibling() !== null) return false;
		node = node.getParent();
	}
	return node !== null;
}

function selectionChildren(node: LexicalNode): number {
	return "getChildrenSize" in node && typeof node.getChildrenSize === "function" ? Number(node.getChildrenSize()) : 0;
}

/** Keys of blocks that are selected as a whole. */
export function $wholeBlocks(): LexicalNode[] {
	const selection = $getSelection();
	if (!$isNodeSelection(selection)) return [];
	return [...selection._nodes].flatMap((key) => $getNodeByKey(key) ?? []);
}

/** What is selected on the page, where that is not what the editor knows. `null` also where blocks are selected whole. */
export function $shownSelection(editor: LexicalEditor): RangeSelection | null {
	const known = $getSelection();
	const root = editor.getRootElement();
	if (!$isRangeSelection(known) || root === null) return null;
	const shown = $createRangeSelectionFromDom(getDOMSelection(root.ownerDocument.defaultView), editor);
	// The same place is left alone: the known selection may hold marks for what is typed next.
	return shown && !(shown.anchor.is(known.anchor) && shown.focus.is(known.focus)) ? shown : null;
}

/**
 * Takes over what is selected on the page. The browser tells of a new selection in a later task: what is done at once
 * would still be about the old one. Call inside an update, and where nothing is left to be drawn.
 */
export function $takeSelection(editor: LexicalEditor): void {
	const shown = $shownSelection(editor);
	if (shown) $setSelection(shown);
}
