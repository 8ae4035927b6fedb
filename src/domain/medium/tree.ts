/** HTML as a light tree: just elements and text, no parents, bounded depth. */
import { collapseSpace } from "../story/text.ts";
import { scan } from "./scan.ts";
import { tokenize } from "./tokens.ts";
import { type Attributes, TreeBuilder } from "./tree-builder.ts";

export interface HtmlElement {
	name: string;
	attributes: Attributes;
	/** The class attribute; empty when there is none. */
	classes: string;
	children: HtmlNode[];
}
export type HtmlNode = string | HtmlElement;

/**
 * Parses any text as HTML, in time that grows with its length only. Never throws; what is no markup is text.
 * @param mend markup that is not as Medium writes it, before it is read by HTML's own rules
 */
export function parseHtml(html: string, mend = (source: string) => source): HtmlElement {
	const quick = new TreeBuilder();
	if (scan(html, quick)) return quick.root;
	const tree = new TreeBuilder();
	tokenize(mend(html), tree);
	return tree.root;
}

export function hasClass(element: HtmlElement, name: string): boolean {
	const { classes } = element;
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
	return collapseSpace(textOf(node)).trim();
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
