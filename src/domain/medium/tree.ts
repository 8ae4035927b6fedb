/** HTML as a light tree: just elements and text, no parents, bounded depth. */
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

/** Parses any text as HTML. Never throws; what is no markup is text. */
export function parseHtml(html: string): HtmlElement {
	const root: HtmlElement = { name: "#root", attributes: {}, children: [] };
	const open: HtmlElement[] = [root];
	let lifted = 0;
	let silent = 0;
	const parser = new Parser({
		onopentag(name, attributes) {
			if (SILENT.has(name)) silent += 1;
			const parent = open.at(-1) ?? root;
			const element: HtmlElement = { name, attributes, children: [] };
			parent.children.push(element);
			if (open.length >= MAX_DEPTH) lifted += 1;
			else open.push(element);
		},
		onclosetag(name) {
			if (SILENT.has(name)) silent -= 1;
			if (lifted > 0) lifted -= 1;
			else if (open.length > 1) open.pop();
		},
		ontext(text) {
			if (silent > 0) return;
			const children = (open.at(-1) ?? root).children;
			const last = children.length - 1;
			if (typeof children[last] === "string") children[last] += text;
			else children.push(text);
		},
	});
	parser.end(html);
	return root;
}

export function hasClass(element: HtmlElement, name: string): boolean {
	const classes = element.attributes["class"];
	if (classes === undefined) return false;
	const at = classes.indexOf(name);
	if (at < 0) return false;
	return classes === name || classes.split(/\s+/).includes(name);
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

/** Every element below, in document order. */
export function* descendants(element: HtmlElement): Generator<HtmlElement> {
	for (const child of element.children)
		if (typeof child !== "string") {
			yield child;
			yield* descendants(child);
		}
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
	return [...descendants(element)].filter(test);
}
