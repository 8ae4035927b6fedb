/** From pieces to a canonical story document. */
import { canonicalDocument } from "../story/canonical.ts";
import type { Block, Span, StoryDocument } from "../story/schema.ts";
import { STORY_DOCUMENT_VERSION } from "../story/version.ts";
import type { Piece } from "./piece.ts";

/** Lines of one code block, and pictures of one gallery, stand side by side in an export. */
function joinNeighbours(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (last?.join === "line" && piece.join === "line" && last.draft.type === "code" && piece.draft.type === "code") {
			joined[joined.length - 1] = {
				...last,
				draft: { ...last.draft, text: `${last.draft.text}\n${piece.draft.text}` },
				names: [...last.names, ...piece.names],
			};
			continue;
		}
		const continues = piece.join === "rowContinue" && (last?.join === "row" || last?.join === "rowContinue");
		if (continues && last.draft.type === "gallery" && piece.draft.type === "gallery") {
			const between: Span[] = last.draft.caption.length > 0 && piece.draft.caption.length > 0 ? [{ text: "\n" }] : [];
			joined[joined.length - 1] = {
				...last,
				draft: {
					...last.draft,
					images: [...last.draft.images, ...piece.draft.images],
					caption: [...last.draft.caption, ...between, ...piece.draft.caption],
				},
				names: [...last.names, ...piece.names],
			};
			continue;
		}
		joined.push(piece);
	}
	return joined;
}

/** An old block of nothing but empty lines is no code. */
function isEmptyCode({ draft }: Piece): boolean {
	return draft.type === "code" && draft.text.trim() === "";
}

function relink(spans: Span[], targets: ReadonlyMap<string, string>): void {
	for (const span of spans) {
		if (!span.link?.href.startsWith("#")) continue;
		const target = targets.get(span.link.href.slice(1));
		if (target !== undefined) span.link = { ...span.link, href: `#${target}` };
	}
}

/** Links to a graf that became part of a block lead to that block. */
function relinkBlock(block: Block, targets: ReadonlyMap<string, string>): void {
	if ("spans" in block) relink(block.spans, targets);
	if ("caption" in block) relink(block.caption, targets);
	if (block.type === "list") for (const item of block.items) relink(item.spans, targets);
}

/** Gives every block an id that is the same in every import, and puts the document into canonical form. */
export function assembleDocument(pieces: readonly Piece[]): StoryDocument {
	const targets = new Map<string, string>();
	const used = new Set<string>();
	const blocks = joinNeighbours(pieces)
		.filter((piece) => !isEmptyCode(piece))
		.map(({ draft, names }, at): Block => {
			let id = names.find((name) => !used.has(name)) ?? `b${at + 1}`;
			while (used.has(id)) id = `b${at + 1}-${used.size}`;
			used.add(id);
			for (const name of names) if (!targets.has(name)) targets.set(name, id);
			return { id, ...draft };
		});
	for (const block of blocks) relinkBlock(block, targets);
	return canonicalDocument({ version: STORY_DOCUMENT_VERSION, blocks });
}
