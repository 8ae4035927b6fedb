import { $getState, $setState, ElementNode, type LexicalNode, type RangeSelection } from "lexical";
import { blockIdState, languageSourceState, languageState } from "./states.ts";
import { $createTextBlock, type TextBlockNode } from "./TextBlockNode.ts";

/** Code, lines separated by line breaks, without marks. */
export class CodeBlockNode extends ElementNode {
	override $config() {
		return this.config("story-code", {
			extends: ElementNode,
			stateConfigs: [
				{ flat: true, stateConfig: blockIdState },
				{ flat: true, stateConfig: languageState },
				{ flat: true, stateConfig: languageSourceState },
			],
		});
	}

	override createDOM(): HTMLElement {
		const element = document.createElement("pre");
		element.dataset["kind"] = "code";
		element.spellcheck = false;
		element.translate = false;
		this.#setLanguage(element);
		return element;
	}

	override updateDOM(_previous: this, element: HTMLElement): boolean {
		this.#setLanguage(element);
		return false;
	}

	#setLanguage(element: HTMLElement): void {
		const language = $getState(this, languageState, "direct");
		if (language) element.dataset["language"] = language;
		else delete element.dataset["language"];
	}

	override insertNewAfter(_selection: RangeSelection, restoreSelection = true): TextBlockNode {
		const next = $createTextBlock("paragraph");
		this.insertAfter(next, restoreSelection);
		return next;
	}

	/** Backspace at the start of empty code makes it a paragraph; full code stays. */
	override collapseAtStart(): boolean {
		if (this.isEmpty()) {
			const paragraph = $createTextBlock("paragraph");
			this.replace(paragraph);
			paragraph.select();
		}
		return true;
	}
}

export function $createCodeBlock(language: string | null, id = ""): CodeBlockNode {
	const node = new CodeBlockNode();
	if (language !== null) $setState(node, languageState, language);
	if (id !== "") $setState(node, blockIdState, id);
	return node;
}

export function $isCodeBlock(node: LexicalNode | null | undefined): node is CodeBlockNode {
	return node instanceof CodeBlockNode;
}
