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
	const result: InlineText = { spans: [], dropCap: false, hoisted: [] };
	const last = nodes.length - 1;

	function text(raw: string, marks: Marks): void {
		if (raw !== "") result.spans.push({ ...marks, text: raw });
	}
	function lineBreak(marks: Marks): void {
		if (result.spans.length > 0 && !result.spans.at(-1)?.text.endsWith("\n")) text("\n", marks);
	}
	function walk(node: HtmlNode, marks: Marks, at: number): void {
		if (typeof node === "string") {
			let plain = node.includes("\n") || node.includes("\r") ? node.replace(/\r\n?/g, "\n") : node;
			if (plain.includes("\n")) {
				if (at === 0) plain = plain.replace(/^[\t\f ]*\n\s*/, "");
				if (at === last) plain = plain.replace(/[\t\f ]*\n\s*$/, "");
				plain = plain.replace(LINE_END, " ");
			}
			text(plain, marks);
			return;
		}
		if (node.name === "br") text("\n", marks);
		else if (node.name === "script") notes.add("droppedScript", node.attributes["src"] ?? "");
		else if (HOISTED.has(node.name)) result.hoisted.push(node);
		else walkElement(node, marks);
	}
	function walkElement(node: HtmlElement, marks: Marks): void {
		if (hasClass(node, "graf-dropCap")) result.dropCap = true;
		const block = BLOCKS.has(node.name);
		if (block) lineBreak(marks);
		const inner = marksOf(node, marks, notes);
		for (const child of node.children) walk(child, inner, -1);
		if (block) text("\n", marks);
	}

	nodes.forEach((node, at) => {
		walk(node, {}, at);
	});
	trimLineEnds(result.spans);
	return result;
}

/** Line breaks at the end of a block show nothing. */
function trimLineEnds(spans: Span[]): void {
	for (let last = spans.at(-1); last; last = spans.at(-1)) {
		last.text = last.text.replace(/\n+$/, "");
		if (last.text !== "") return;
		spans.pop();
	}
}
