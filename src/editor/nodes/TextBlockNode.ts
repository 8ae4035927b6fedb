import { $getState, $setState, type LexicalNode, ParagraphNode, type RangeSelection } from "lexical";
import { blockIdState, dropCapState, kindState, type TextKind } from "./states.ts";

const TAGS: Readonly<Record<TextKind, string>> = {
	paragraph: "p",
	kicker: "p",
	title: "h1",
	subtitle: "p",
	heading1: "h2",
	heading2: "h3",
	quote: "blockquote",
	pullQuote: "blockquote",
	footnote: "p",
	note: "p",
};

/** Kinds that go on as themselves when Enter splits them at the end. */
const CONTINUES: ReadonlySet<TextKind> = new Set(["paragraph", "quote", "note", "footnote"]);

/** A block that is one run of text: its kind decides the tag. Stands in for Lexical's paragraph everywhere. */
export class TextBlockNode extends ParagraphNode {
	override $config() {
		return this.config("story-text", {
			extends: ParagraphNode,
			stateConfigs: [
				{ flat: true, stateConfig: blockIdState },
				{ flat: true, stateConfig: kindState },
				{ flat: true, stateConfig: dropCapState },
			],
		});
	}

	override createDOM(): HTMLElement {
		const kind = $getState(this, kindState);
		const element = document.createElement(TAGS[kind]);
		element.dataset["kind"] = kind;
		element.dir = "auto";
		if ($getState(this, dropCapState)) element.dataset["dropCap"] = "";
		return element;
	}

	override updateDOM(previous: this, element: HTMLElement): boolean {
		const kind = $getState(this, kindState, "direct");
		const before = $getState(previous, kindState, "direct");
		if (TAGS[kind] !== TAGS[before]) return true;
		if (kind !== before) element.dataset["kind"] = kind;
		if ($getState(this, dropCapState, "direct")) element.dataset["dropCap"] = "";
		else delete element.dataset["dropCap"];
		return false;
	}

	/** Title leads to the text, a split keeps the kind on the second half, a heading's end starts a paragraph. */
	override insertNewAfter(selection: RangeSelection, restoreSelection = true): TextBlockNode {
		const kind = $getState(this, kindState);
		const last = this.getLastDescendant();
		const atEnd =
			last === null ||
			(selection.anchor.key === last.getKey() && selection.anchor.offset === last.getTextContentSize());
		const next = $createTextBlock(
			CONTINUES.has(kind) || (!atEnd && kind !== "title" && kind !== "kicker" && kind !== "subtitle")
				? kind
				: "paragraph",
		);
		this.insertAfter(next, restoreSelection);
		return next;
	}

	/** Backspace at the start: a marked block first becomes a paragraph. The title stays what it is. */
	override collapseAtStart(): boolean {
		const kind = $getState(this, kindState);
		if (kind === "title") return true;
		if (kind !== "paragraph") {
			$setState(this, kindState, "paragraph");
			return true;
		}
		if ($getState(this, dropCapState)) {
			$setState(this, dropCapState, false);
			return true;
		}
		return super.collapseAtStart();
	}
}

export function $createTextBlock(kind: TextKind, id = ""): TextBlockNode {
	const node = new TextBlockNode();
	if (kind !== "paragraph") $setState(node, kindState, kind);
	if (id !== "") $setState(node, blockIdState, id);
	return node;
}

export function $isTextBlock(node: LexicalNode | null | undefined): node is TextBlockNode {
	return node instanceof TextBlockNode;
}

export function $textKind(node: LexicalNode | null | undefined): TextKind | null {
	return $isTextBlock(node) ? $getState(node, kindState) : null;
}
