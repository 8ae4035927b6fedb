import type { ListItem } from "../story/schema.ts";
import { readInline } from "./inline.ts";
import type { Notes } from "./notes.ts";
import { namesOf, type Piece } from "./piece.ts";
import type { HtmlElement, HtmlNode } from "./tree.ts";

const DEEPEST = 8;
const isList = (node: HtmlNode) => typeof node !== "string" && (node.name === "ul" || node.name === "ol");

/** Reads a list. Medium writes one level; deeper ones, made by other tools, are kept as depths. */
export function readList(list: HtmlElement, notes: Notes, readBlock: (element: HtmlElement) => Piece[]): Piece[] {
	const items: ListItem[] = [];
	const names: string[] = namesOf(list.attributes);
	const hoisted: HtmlElement[] = [];

	function addItem(nodes: readonly HtmlNode[], depth: number): void {
		const text = readInline(nodes, notes);
		hoisted.push(...text.hoisted);
		if (text.spans.length > 0) items.push({ spans: text.spans, depth });
	}
	function walk(element: HtmlElement, depth: number): void {
		for (const child of element.children) {
			if (typeof child === "string") {
				if (child.trim() !== "") addItem([child], depth);
			} else if (isList(child)) walk(child, Math.min(depth + 1, DEEPEST));
			else if (child.name === "li") {
				names.push(...namesOf(child.attributes));
				addItem(
					child.children.filter((node) => !isList(node)),
					depth,
				);
				for (const inner of child.children)
					if (typeof inner !== "string" && isList(inner)) walk(inner, Math.min(depth + 1, DEEPEST));
			} else addItem([child], depth);
		}
	}
	walk(list, 0);

	const pieces: Piece[] = [];
	if (items.length > 0) {
		const start = Number(list.attributes["start"]);
		const ordered = list.name === "ol";
		const numbered = ordered && list.attributes["start"] !== undefined && Number.isSafeInteger(start) && start >= 0;
		pieces.push({ draft: { type: "list", ordered, ...(numbered ? { start } : {}), items }, names });
	}
	return [...pieces, ...hoisted.flatMap(readBlock)];
}
