/**
 * Order of a list kept in gaps: each item has an integer position, and a move changes one row only.
 * When two neighbours leave no room between them, all positions are given out anew.
 */

export const POSITION_STEP = 1024;

export interface Positioned {
	id: string;
	position: number;
}

/** Items in their order; equal positions (which a merge may leave) are ordered by id, so that everyone sees the same. */
export function inOrder<Item extends Positioned>(items: readonly Item[]): Item[] {
	return [...items].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A position between two neighbours (`null` is the end of the list), or `null` when there is no room. */
export function positionBetween(before: number | null, after: number | null): number | null {
	if (before === null && after === null) return 0;
	if (before === null) return (after ?? 0) - POSITION_STEP;
	if (after === null) return before + POSITION_STEP;
	const middle = before + Math.floor((after - before) / 2);
	return middle > before && middle < after ? middle : null;
}

/**
 * Positions that change when an item takes the place `index` (0 is first; too large means last) among the others.
 * Empty when it is there already. An id that is not in the list is new and comes in.
 */
export function placeAt(items: readonly Positioned[], id: string, index: number): Positioned[] {
	const ordered = inOrder(items);
	const from = ordered.findIndex((item) => item.id === id);
	const others = ordered.filter((item) => item.id !== id);
	const to = Math.max(0, Math.min(Math.trunc(index), others.length));
	if (from === to && from >= 0) return [];
	const position = positionBetween(others[to - 1]?.position ?? null, others[to]?.position ?? null);
	if (position !== null) return [{ id, position }];
	const wanted = [...others.slice(0, to).map((item) => item.id), id, ...others.slice(to).map((item) => item.id)];
	const current = new Map(items.map((item) => [item.id, item.position]));
	return wanted
		.map((each, at) => ({ id: each, position: at * POSITION_STEP }))
		.filter((each) => current.get(each.id) !== each.position);
}

/** Where on another item something was dropped; `over` when only the item is known, as with the keyboard. */
export type DropEdge = "before" | "after" | "over";

/**
 * The place an item gets that is dropped on another one; all places count from 0.
 * @param from where it was
 * @param target the item it was dropped on
 */
export function dropIndex(from: number, target: number, edge: DropEdge): number {
	if (edge === "over") return target;
	const gap = edge === "after" ? target + 1 : target;
	return from < gap ? gap - 1 : gap;
}
