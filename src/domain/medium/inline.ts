/** Text with marks inside one block. */
import type { Link, Span } from "../story/schema.ts";
import { storedAddress } from "./address.ts";
import type { Notes } from "./notes.ts";
import { find, type HtmlElement, type HtmlNode, hasClass, textOf } from "./tree.ts";

export interface InlineText {
	spans: Span[];
	dropCap: boolean;
	/** Pictures and the like that stood inside the text; they become blocks after it. */
	hoisted: HtmlElement[];
}

type Marks = Omit<Span, "text">;

const LINE_END = /[\t\f\r ]*\n[\t\n\f\r ]*/g;
const BLOCKS = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "dd", "dt", "pre"]);
const HOISTED = new Set(["figure", "img", "iframe", "object", "embed", "video", "audio"]);

function marksOf(element: HtmlElement, marks: Marks, notes: Notes): Marks {
	switch (element.name) {
		case "strong":
		case "b":
			return { ...marks, bold: true };
		case "em":
		case "i":
		case "cite":
			return { ...marks, italic: true };
		case "code":
		case "tt":
		case "kbd":
		case "samp":
			return { ...marks, code: true };
		case "s":
		case "strike":
		case "del":
			return { ...marks, strikethrough: true };
		case "a": {
			const link = linkOf(element, notes);
			return link ? { ...marks, link } : marks;
		}
		default:
			return marks;
	}
}

function linkOf(element: HtmlElement, notes: Notes): Link | null {
	const { href, "data-href": dataHref, "data-user-id": userId } = element.attributes;
	const raw = href ?? dataHref;
	if (raw === undefined || raw.trim() === "") return null;
	const address = storedAddress(raw);
	if (address === null) {
		notes.add("droppedLink", raw.trim());
		return null;
	}
	if (textOf(element) === "" && !find(element, ({ name }) => name === "br" || HOISTED.has(name))) {
		notes.add("emptyLink", address);
		return null;
	}
	return userId && userId.length <= 64 ? { href: address, userId } : { href: address };
}

/** Reads the text of one block. Unknown inline elements give their text. */
export function readInline(nodes: readonly HtmlNode[], notes: Notes): InlineText {
	const reader = new InlineReader(notes);
	for (let at = 0; at < nodes.length; at += 1) {
		const node = nodes[at] ?? "";
		reader.read(typeof node === "string" ? trimEdges(node, at === 0, at === nodes.length - 1) : node, {});
	}
	trimLineEnds(reader.spans);
	return reader;
}

/** Line ends of the file at the edges of a block show nothing. */
function trimEdges(text: string, first: boolean, last: boolean): string {
	if (!text.includes("\n") && !text.includes("\r")) return text;
	let plain = text.replace(/\r\n?/g, "\n");
	if (first) plain = plain.replace(/^[\t\f ]*\n\s*/, "");
	if (last) plain = plain.replace(/[\t\f ]*\n\s*$/, "");
	return plain;
}

class InlineReader implements InlineText {
	readonly spans: Span[] = [];
	readonly hoisted: HtmlElement[] = [];
	readonly #notes: Notes;
	dropCap = false;

	constructor(notes: Notes) {
		this.#notes = notes;
	}

	read(node: HtmlNode, marks: Marks): void {
		if (typeof node === "string") this.#text(oneLine(node), marks);
		else if (node.name === "br") this.#text("\n", marks);
		else if (node.name === "script") this.#notes.add("droppedScript", node.attributes["src"] ?? "");
		else if (HOISTED.has(node.name)) this.hoisted.push(node);
		else this.#element(node, marks);
	}

	#element(node: HtmlElement, marks: Marks): void {
		if (hasClass(node, "graf-dropCap")) this.dropCap = true;
		const block = BLOCKS.has(node.name);
		if (block && this.spans.length > 0 && !this.spans.at(-1)?.text.endsWith("\n")) this.#text("\n", marks);
		const inner = marksOf(node, marks, this.#notes);
		for (const child of node.children) this.read(child, inner);
		if (block) this.#text("\n", marks);
	}

	#text(text: string, marks: Marks): void {
		if (text !== "") this.spans.push({ ...marks, text });
	}
}

/** Line ends of the file are spaces of the text. */
function oneLine(text: string): string {
	if (!text.includes("\n") && !text.includes("\r")) return text;
	return text.replace(/\r\n?/g, "\n").replace(LINE_END, " ");
}

/** Line breaks at the end of a block show nothing. */
function trimLineEnds(spans: Span[]): void {
	for (let last = spans.at(-1); last; last = spans.at(-1)) {
		if (last.text.endsWith("\n")) last.text = last.text.replace(/\n+$/, "");
		if (last.text !== "") return;
		spans.pop();
	}
}
