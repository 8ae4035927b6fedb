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

const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** The graf's name if it can be a block id. */
export function namesOf(attributes: Readonly<Record<string, string>>): string[] {
	const name = attributes["name"] || attributes["id"] || "";
	return NAME.test(name) ? [name] : [];
}
