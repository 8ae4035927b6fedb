/** The first text of a story that was planned. */
import { newBlockId } from "../story/create.ts";
import type { Block, Span, StoryDocument } from "../story/schema.ts";

export interface DraftPlan {
	title: string;
	/** Line above the title, e.g. the series and the number of the part; empty for none. */
	kicker: string;
	/** What was planned, each under its label; empty texts are left out. */
	notes: readonly { label: string; text: string }[];
}

const spans = (text: string): Span[] => (text === "" ? [] : [{ text }]);

/** Kicker, title, a note to self that holds everything that was planned, and an empty paragraph to start in. */
export function draftDocument(plan: DraftPlan): StoryDocument {
	const blocks: Block[] = [];
	if (plan.kicker !== "") blocks.push({ id: newBlockId(), type: "kicker", spans: spans(plan.kicker) });
	blocks.push({ id: newBlockId(), type: "title", spans: spans(plan.title) });
	const note = plan.notes
		.filter(({ text }) => text.trim() !== "")
		.map(({ label, text }) => `${label}: ${text.trim()}`)
		.join("\n");
	if (note !== "") blocks.push({ id: newBlockId(), type: "note", spans: spans(note) });
	blocks.push({ id: newBlockId(), type: "paragraph", spans: [] });
	return { version: 1, blocks };
}
