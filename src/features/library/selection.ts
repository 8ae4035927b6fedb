/** Which rows of a list are chosen. Pure: every step gives a new state. */

export interface Selection {
	/** The row the keyboard is on. */
	focus: string | null;
	/** Where a Shift range begins. */
	anchor: string | null;
	/** Rows chosen on purpose; empty most of the time. */
	chosen: ReadonlySet<string>;
}

export const NO_SELECTION: Selection = { focus: null, anchor: null, chosen: new Set() };

/** The rows an act such as "move to trash" means: the chosen ones, else the one in focus. */
export function actedOn({ focus, chosen }: Selection): string[] {
	if (chosen.size > 0) return [...chosen];
	return focus === null ? [] : [focus];
}

/** Only this row, nothing chosen. */
export function focusOn(id: string | null): Selection {
	return { focus: id, anchor: id, chosen: new Set() };
}

/** Moves `by` rows, staying inside the list; with `extend` the rows from the anchor are chosen. */
export function move(selection: Selection, ids: readonly string[], by: number, extend: boolean): Selection {
	if (ids.length === 0) return NO_SELECTION;
	const from = selection.focus === null ? -1 : ids.indexOf(selection.focus);
	const start = from < 0 ? (by > 0 ? -1 : ids.length) : from;
	const to = ids[Math.max(0, Math.min(ids.length - 1, start + by))] ?? null;
	return extend && to !== null ? extendTo(selection, ids, to) : focusOn(to);
}

/** Chooses everything between the anchor and this row. */
export function extendTo(selection: Selection, ids: readonly string[], id: string): Selection {
	const anchor = selection.anchor !== null && ids.includes(selection.anchor) ? selection.anchor : id;
	const [first, last] = [ids.indexOf(anchor), ids.indexOf(id)].sort((a, b) => a - b);
	return { focus: id, anchor, chosen: new Set(ids.slice(first, (last ?? 0) + 1)) };
}

/** Adds the row to the chosen ones or takes it away. */
export function toggle(selection: Selection, id: string): Selection {
	const chosen = new Set(selection.chosen);
	if (!chosen.delete(id)) chosen.add(id);
	return { focus: id, anchor: id, chosen };
}

export function chooseAll(selection: Selection, ids: readonly string[]): Selection {
	return { ...selection, focus: selection.focus ?? ids[0] ?? null, chosen: new Set(ids) };
}

/** After rows left the list: focus goes to the row that took the place of the first of them. */
export function afterRemoval(selection: Selection, before: readonly string[], removed: ReadonlySet<string>): Selection {
	const at = before.findIndex((id) => removed.has(id));
	const rest = before.filter((id) => !removed.has(id));
	if (selection.focus !== null && !removed.has(selection.focus)) return focusOn(selection.focus);
	return focusOn(rest[Math.min(at, rest.length - 1)] ?? null);
}

/** The next row after focus whose text starts with what was typed. */
export function typeAhead(
	selection: Selection,
	rows: readonly { id: string; text: string }[],
	typed: string,
): Selection | null {
	const from = rows.findIndex((row) => row.id === selection.focus);
	// A longer text may still be meant for the row it began on; a first letter means the next one.
	const offset = typed.length > 1 ? Math.max(0, from) : from + 1;
	const compare = (text: string) =>
		text.slice(0, typed.length).localeCompare(typed, undefined, { sensitivity: "base" });
	for (let step = 0; step < rows.length; step++) {
		const row = rows[(offset + step) % rows.length];
		if (row && compare(row.text) === 0) return focusOn(row.id);
	}
	return null;
}
