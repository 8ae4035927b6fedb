import type { Block, BlockOf } from "../story/schema.ts";

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
/** A block that has no id yet. */
export type Draft = WithoutId<Block>;
export type DraftOf<T extends Block["type"]> = Omit<BlockOf<T>, "id">;

/** One graf as read, before neighbours are joined. */
export interface Piece {
	draft: Draft;
	/** Names other grafs can link to; the first becomes the block's id. */
	names: string[];
	/** `line`: a line of an old code block. `row`: starts a gallery. `rowContinue`: goes on with one. */
	join?: "line" | "row" | "rowContinue";
}

const LONGEST_NAME = 64;

/** Letters and digits of ASCII, dashes and underscores: what a block id is made of. */
function isName(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
		const isDigit = code >= 0x30 && code <= 0x39;
		if (!isLetter && !isDigit && code !== 0x2d && code !== 0x5f) return false;
	}
	return text !== "" && text.length <= LONGEST_NAME;
}

/** The graf's name if it can be a block id. */
export function namesOf(attributes: Readonly<Record<string, string>>): string[] {
	const name = attributes["name"] || attributes["id"] || "";
	return isName(name) ? [name] : [];
}
