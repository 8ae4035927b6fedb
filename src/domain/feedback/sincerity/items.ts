/** Everything in a text that may be the items a title announces. */
import type { StoryContext } from "../context.ts";
import { ordinalValue } from "./numbers.ts";
import { readContent } from "./reading.ts";

export type ItemKind = "headings" | "numberedHeadings" | "listItems" | "numberedParagraphs" | "boldLeads" | "ordinals";

export interface ItemCount {
	count: number;
	kind: ItemKind;
}

const FRAMING =
	/^\s*(?:introduction|intro|background|conclusion|summary|final thoughts|wrapping up|wrap-up|the takeaway|takeaways|key takeaways|references|sources|further reading|before you go|in closing|in short|afterword|epilogue|about the author|the bottom line|one last thing|the end|tl;?dr)\b/i;
const NUMBERED =
	/^\s*(?:(?:#|no\.? ?|step |lesson |reason |tip |rule |way |habit |mistake |idea |question |book |sign |number )?#?(\d{1,3})\s*(?:[.):\-–—]|$)|(?:rule|step|lesson|tip|reason) #?(\d{1,3})\b)/i;

/** Number at the head of a line, "3." or "Rule #3:", else `null`. */
function leadingNumber(text: string): number | null {
	const found = NUMBERED.exec(text.slice(0, 40));
	return found ? Number(found[1] ?? found[2]) : null;
}

/** Highest ordinal of a series that begins with "first" and leaves at most one out; 0 when there is no series. */
function ordinalSeries(seen: ReadonlySet<number>): number {
	if (!seen.has(1) && !seen.has(2)) return 0;
	let last = 0;
	for (let at = 1; at <= 30 && at - last <= 2; at += 1) if (seen.has(at)) last = at;
	return last >= 2 ? last : 0;
}

/** The groups found, largest first. Every figure in the text counts for something at most once in a kind. */
export function itemCounts({ body }: StoryContext): ItemCount[] {
	const counts: ItemCount[] = [];
	const add = (kind: ItemKind, count: number) => {
		if (count > 0) counts.push({ kind, count });
	};
	const byLevel = { 1: 0, 2: 0 };
	let [numberedHeadings, numberedParagraphs, boldLeads, listItems, orderedItems] = [0, 0, 0, 0, 0];
	const ordinals = new Set<number>();
	for (const one of body) {
		const { block, text } = one;
		if (block.type === "heading" && text.trim() !== "") {
			if (!FRAMING.test(text)) byLevel[block.level] += 1;
			if (leadingNumber(text) !== null) numberedHeadings += 1;
		}
		if (block.type === "list") {
			const items = block.items.filter((item) => item.depth === 0).length;
			add("listItems", items);
			listItems += items;
			if (block.ordered) orderedItems += items;
		}
		if (block.type === "paragraph") {
			if (leadingNumber(text) !== null) numberedParagraphs += 1;
			const [lead, ...rest] = block.spans;
			if (lead?.bold && rest.some((span) => span.text.trim() !== "")) boldLeads += 1;
		}
		if (block.type === "paragraph" || block.type === "heading")
			for (const word of readContent(one.content).words) {
				const ordinal = ordinalValue(word.replace(/ly$/, ""));
				if (ordinal !== null) ordinals.add(ordinal);
			}
	}
	add("headings", byLevel[1]);
	add("headings", byLevel[2]);
	add("numberedHeadings", numberedHeadings);
	add("listItems", listItems);
	add("listItems", orderedItems);
	add("numberedParagraphs", numberedParagraphs);
	add("boldLeads", boldLeads);
	add("ordinals", ordinalSeries(ordinals));
	return counts.sort((a, b) => b.count - a.count);
}
