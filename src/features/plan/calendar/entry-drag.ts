/** Dragging entries between days and the tray. */
import type { DropItem } from "react-aria-components/GridList";
import { z } from "zod";
import { type PlanEntry, planSubjectSchema } from "#contract/plan.ts";

export const ENTRY_DRAG_TYPE = "application/x-inkhour-entry";

const draggedSchema = z.object({ subject: planSubjectSchema, title: z.string() });
export type DraggedEntry = z.infer<typeof draggedSchema>;

export function dragItem(entry: PlanEntry): Record<string, string> {
	return {
		[ENTRY_DRAG_TYPE]: JSON.stringify({ subject: entry.subject, title: entry.title }),
		"text/plain": entry.title,
	};
}

/** The entry among what was dropped, or `null`: anything may be dropped from anywhere. */
export async function droppedEntry(items: readonly DropItem[]): Promise<DraggedEntry | null> {
	for (const item of items) {
		if (item.kind !== "text" || !item.types.has(ENTRY_DRAG_TYPE)) continue;
		try {
			return draggedSchema.parse(JSON.parse(await item.getText(ENTRY_DRAG_TYPE)));
		} catch {
			return null;
		}
	}
	return null;
}
