/** The story drawn to scale: what stands where, and how long each piece is read. */
import { exactTextSeconds, FIRST_IMAGE_SECONDS, LEAST_IMAGE_SECONDS } from "#domain/story/counts.ts";
import type { BlockType } from "#domain/story/schema.ts";
import type { BlockInContext, StoryContext } from "./context.ts";

export type PieceKind = "heading" | "text" | "list" | "picture" | "code" | "quote" | "embed" | "table" | "separator";

export interface MapPiece {
	blockId: string;
	kind: PieceKind;
	/** By Medium's rule; a fraction is kept so that pieces add up. */
	seconds: number;
	words: number;
	/** First words, or the caption or alt text. */
	label: string;
	/** 1 or 2 for headings, else 0. */
	level: 0 | 1 | 2;
}

export interface MapSection {
	/** `null` for what stands before the first heading. */
	headingId: string | null;
	title: string;
	level: 0 | 1 | 2;
	/** Words of the section, heading excluded; CJK characters weigh by Medium's reading speeds. */
	words: number;
	/** Chinese, Japanese or Korean. */
	cjkCharacters: number;
	seconds: number;
	pieces: MapPiece[];
}

export interface StructureMap {
	sections: MapSection[];
	/** Sum over all pieces; at least 0. */
	seconds: number;
}

const KINDS: Readonly<Record<BlockType, PieceKind | null>> = {
	kicker: null,
	title: null,
	subtitle: null,
	note: null,
	paragraph: "text",
	footnote: "text",
	heading: "heading",
	quote: "quote",
	pullQuote: "quote",
	list: "list",
	code: "code",
	figure: "picture",
	gallery: "picture",
	embed: "embed",
	linkCard: "embed",
	table: "table",
	separator: "separator",
};

/** Pieces of the body with their reading time; an empty paragraph is no piece. */
function piece(one: BlockInContext, imagesBefore: number): MapPiece | null {
	const kind = KINDS[one.block.type];
	if (!kind || (kind === "text" && one.text.trim() === "")) return null;
	let pictures = 0;
	for (let n = 0; n < one.counts.images; n += 1)
		pictures += Math.max(FIRST_IMAGE_SECONDS - imagesBefore - n, LEAST_IMAGE_SECONDS);
	return {
		blockId: one.block.id,
		kind,
		seconds: exactTextSeconds(one.counts) + pictures,
		words: Math.round(one.weight),
		label: one.content.label,
		level: one.block.type === "heading" ? one.block.level : 0,
	};
}

const drawn = new WeakMap<StoryContext, StructureMap>();

/** Drawn once a context. */
export function structureMap(context: StoryContext): StructureMap {
	let map = drawn.get(context);
	if (!map) {
		map = draw(context);
		drawn.set(context, map);
	}
	return map;
}

function draw(context: StoryContext): StructureMap {
	let section: MapSection = {
		headingId: null,
		title: "",
		level: 0,
		words: 0,
		cjkCharacters: 0,
		seconds: 0,
		pieces: [],
	};
	const sections = [section];
	let images = 0;
	for (const one of context.body) {
		const next = piece(one, images);
		images += one.counts.images;
		if (!next) continue;
		if (next.kind === "heading") {
			section = {
				headingId: next.blockId,
				title: next.label,
				level: next.level,
				words: 0,
				cjkCharacters: 0,
				seconds: 0,
				pieces: [],
			};
			sections.push(section);
		} else {
			section.words += next.words;
			section.cjkCharacters += one.counts.cjkCharacters;
		}
		section.pieces.push(next);
		section.seconds += next.seconds;
	}
	const filled = sections.filter((one) => one.pieces.length > 0);
	return { sections: filled, seconds: filled.reduce((sum, one) => sum + one.seconds, 0) };
}
