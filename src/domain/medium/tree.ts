/** HTML as a light tree: just elements and text, no parents, bounded depth. */
import { decodeHTML, decodeHTMLAttribute } from "entities";
import { Parser } from "htmlparser2";

export interface HtmlElement {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: HtmlNode[];
}
export type HtmlNode = string | HtmlElement;

/** Deeper elements are lifted to this level: every walk over the tree may then recurse. */
const MAX_DEPTH = 200;

/** Their content is never text of a story. */
const SILENT = new Set(["script", "style", "template", "title"]);

/** Here `&amp;` is five characters. */
const RAW_TEXT = new Set(["xmp", "iframe", "noembed", "noframes", "plaintext"]);

/** Character references are read here and not by the parser: it would look at every character for them. */
const decoded = (text: string) => (text.includes("&") ? decodeHTML(text) : text);

function decodeAttributes(attributes: Record<string, string>): Record<string, string> {
	for (const [name, value] of Object.entries(attributes))
		if (value.includes("&")) attributes[name] = decodeHTMLAttribute(value);
	return attributes;
}

/** Parses any text as HTML. Never throws; what is no markup is text. */
export function parseHtml(html: string): HtmlElement {
	const root: HtmlElement = { name: "#root", attributes: {}, children: [] };
	const open: HtmlElement[] = [root];
	let lifted = 0;
	let silent = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (SILENT.has(name)) silent += 1;
				const parent = open.at(-1) ?? root;
				const element: HtmlElement = { name, attributes: decodeAttributes(attributes), children: [] };
				parent.children.push(element);
				if (open.length >= MAX_DEPTH) lifted += 1;
				else open.push(element);
			},
			onclosetag(name) {
				if (SILENT.has(name)) silent -= 1;
				if (lifted > 0) lifted -= 1;
				else if (open.length > 1) open.pop();
			},
			ontext(source) {
				if (silent > 0) return;
				const { name, children } = open.at(-1) ?? root;
				const text = RAW_TEXT.has(name) ? source : decoded(source);
				const last = children.length - 1;
				if (typeof children[last] === "string") children[last] += text;
				else children.push(text);
			},
		},
		{ decodeEntities: false },
	);
	parser.end(html);
	return root;
}

export function hasClass(element: HtmlElement, name: string): boolean {
	const classes = element.attributes["class"];
	if (classes === undefined) return false;
	for (let at = classes.indexOf(name); at >= 0; at = classes.indexOf(name, at + 1))
		if (isEdge(classes, at - 1) && isEdge(classes, at + name.length)) return true;
	return false;
}

/** White space or an end of the text. */
function isEdge(text: string, at: number): boolean {
	return !(text.charCodeAt(at) > 0x20);
}

/** Concatenated text, `<br>` as a line feed. */
export function textOf(node: HtmlNode): string {
	if (typeof node === "string") return node;
	if (node.name === "br") return "\n";
	let text = "";
	for (const child of node.children) text += textOf(child);
	return text;
}

/** Text on one line: white space collapsed and trimmed. */
export function lineOf(node: HtmlNode): string {
	return textOf(node).replace(/\s+/g, " ").trim();
}

export function find(element: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement | undefined {
	for (const child of element.children) {
		if (typeof child === "string") continue;
		if (test(child)) return child;
		const below = find(child, test);
		if (below) return below;
	}
	return undefined;
}

export function findAll(element: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement[] {
	const found: HtmlElement[] = [];
	(function walk(parent: HtmlElement) {
		for (const child of parent.children) {
			if (typeof child === "string") continue;
			if (test(child)) found.push(child);
			walk(child);
		}
	})(element);
	return found;
}

/** The tree without one element; the rest is not looked at twice. */
export function without(root: HtmlElement, element: HtmlElement): HtmlElement {
	const at = root.children.indexOf(element);
	if (at >= 0) return { ...root, children: root.children.toSpliced(at, 1) };
	return {
		...root,
		children: root.children.map((child) => (typeof child === "string" ? child : without(child, element))),
	};
}
