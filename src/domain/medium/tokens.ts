/** Any text as tags and text, by the tokenizer of htmlparser2: never fails, and is linear whatever it is given. */
import { decodeHTMLAttribute } from "entities";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { TreeBuilder } from "./tree-builder.ts";

class TokenReader implements TokenizerCallbacks {
	readonly #html: string;
	readonly #tree: TreeBuilder;
	#name = "";
	#attributes: Record<string, string> = {};
	#attribute = "";
	#value = "";

	constructor(html: string, tree: TreeBuilder) {
		this.#html = html;
		this.#tree = tree;
	}

	isInForeignContext(): boolean {
		return this.#tree.isForeign;
	}
	onopentagname(start: number, end: number): void {
		this.#name = this.#html.slice(start, end).toLowerCase();
		this.#attributes = {};
	}
	onattribname(start: number, end: number): void {
		this.#attribute = this.#html.slice(start, end).toLowerCase();
	}
	onattribdata(start: number, end: number): void {
		this.#value += this.#html.slice(start, end);
	}
	onattribend(): void {
		const value = this.#value;
		this.#value = "";
		if (Object.hasOwn(this.#attributes, this.#attribute)) return;
		this.#attributes[this.#attribute] = value.includes("&") ? decodeHTMLAttribute(value) : value;
	}
	onopentagend(): void {
		this.#tree.open(this.#name, this.#attributes);
	}
	onselfclosingtag(): void {
		this.#tree.openSelfClosing(this.#name, this.#attributes);
	}
	onclosetag(start: number, end: number): void {
		this.#tree.close(this.#html.slice(start, end).toLowerCase());
	}
	ontext(start: number, end: number): void {
		this.#tree.text(this.#html.slice(start, end));
	}
	oncdata(start: number, end: number, offset: number): void {
		if (this.#tree.isForeign) this.#tree.text(this.#html.slice(start, end - offset));
	}

	oncomment(): void {}
	ondeclaration(): void {}
	onend(): void {}
	onprocessinginstruction(): void {}
	/** Character references are read later, where there are any: the tokenizer would look at every character for them. */
	onattribentity(): void {}
	ontextentity(): void {}
}

export function tokenize(html: string, tree: TreeBuilder): void {
	const tokenizer = new Tokenizer({ decodeEntities: false }, new TokenReader(html, tree));
	tokenizer.write(html);
	tokenizer.end();
}
