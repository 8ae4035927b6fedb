/** What two blocks of the same words differ in. */
import type { Block, Span, StoryImage } from "./schema.ts";

/** `details`: something the page does not show, such as Medium's id of a picture. */
export type DifferenceKind =
	| "kind"
	| "marks"
	| "links"
	| "picture"
	| "size"
	| "layout"
	| "address"
	| "language"
	| "list"
	| "details";

export interface BlockDifference {
	what: DifferenceKind;
	/** What each side has, where that can be read: an address, a size, a language. */
	left: string;
	right: string;
}

function spanLists(block: Block): Span[][] {
	switch (block.type) {
		case "list":
			return block.items.map((item) => item.spans);
		case "figure":
		case "gallery":
		case "embed":
			return [block.caption];
		case "table":
			return block.rows.flat();
		case "code":
		case "linkCard":
		case "separator":
			return [];
		default:
			return [block.spans];
	}
}

/** Marks and the words under them, however the spans are cut. */
function marksOf(block: Block): string {
	return spanLists(block)
		.map((spans) => {
			const runs: [marks: string, text: string][] = [];
			for (const { bold, italic, code, strikethrough, footnote, text } of spans) {
				const marks = JSON.stringify([bold, italic, code, strikethrough, footnote]);
				const last = runs.at(-1);
				if (last?.[0] === marks) last[1] += text;
				else runs.push([marks, text]);
			}
			return JSON.stringify(runs);
		})
		.join("\n");
}

function imagesOf(block: Block): StoryImage[] {
	if (block.type === "figure") return [block.image];
	return block.type === "gallery" ? block.images : [];
}

const join = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(" ");

/** What is looked at, kind by kind: the whole of it to compare, and the part of it that can be read. */
function facts(block: Block): Record<Exclude<DifferenceKind, "details">, { all: string; shown: string }> {
	const hidden = (all: string) => ({ all, shown: "" });
	const shown = (text: string) => ({ all: text, shown: text });
	const images = imagesOf(block);
	const links = spanLists(block).flatMap((spans) => spans.map(({ link }) => link?.href));
	const level = block.type === "heading" ? block.level : block.type === "list" ? block.ordered : null;
	return {
		kind: hidden(`${block.type} ${level}`),
		marks: hidden(marksOf(block)),
		links: shown(join([...links, ...images.map(({ href }) => href)])),
		picture: shown(join(images.map(({ remoteUrl, mediumId, assetId }) => remoteUrl ?? assetId ?? mediumId))),
		size: shown(join(images.map(({ width, height }) => (width && height ? `${width} × ${height}` : "")))),
		layout: hidden(
			`${block.type === "figure" ? block.layout : ""} ${block.type === "paragraph" ? block.dropCap === true : ""}`,
		),
		address: shown(block.type === "embed" || block.type === "linkCard" ? block.url : ""),
		language: shown(block.type === "code" ? (block.language ?? "") : ""),
		list: hidden(block.type === "list" ? JSON.stringify([block.start, block.items.map(({ depth }) => depth)]) : ""),
	};
}

/** What differs beside the words; at least one thing for blocks that are not equal. */
export function blockDifferences(left: Block, right: Block): BlockDifference[] {
	const one = facts(left);
	const other = facts(right);
	const kinds = Object.keys(one) as (keyof typeof one)[];
	const found = kinds
		.filter((what) => one[what].all !== other[what].all)
		.map((what): BlockDifference => ({ what, left: one[what].shown, right: other[what].shown }));
	return found.length > 0 ? found : [{ what: "details", left: "", right: "" }];
}
