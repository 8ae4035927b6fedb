/** What tests look at an exported story with. */
import { parseDocument } from "htmlparser2";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import type { PageOptions } from "#domain/story/export/options.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";

export const options: PageOptions = {
	facts: { status: null, created: null, updated: null, published: null, canonical: null, inkhour: "id" },
	name: "",
	language: null,
	imageSource: () => null,
};
export const document = (...blocks: Block[]): StoryDocument => ({ version: 1, blocks });

export interface Node {
	type: string;
	data?: string;
	name?: string;
	attribs?: Record<string, string>;
	children?: Node[];
}
export const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
export const parse = (html: string) => walk(parseDocument(html) as Node);
/** Characters alone: how spaces and line ends are laid out is Markdown's own business. */
export const characters = (text: string) => text.replace(/[\s\0\p{Cc}\uFFFD]/gu, "");
export const shown = (nodes: Node[]) =>
	characters(
		nodes
			.filter((node) => node.type === "text")
			.map((node) => node.data ?? "")
			.join(""),
	);

export function body(markdown: string): string {
	return markdown.slice(markdown.indexOf("\n---\n") + 5);
}
export const toHtml = (markdown: string) =>
	micromark(body(markdown), { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
