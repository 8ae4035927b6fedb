/** How a story ends: closing words, a finished sentence, a way back to the beginning, something for the reader to do. */
import { sentence } from "../../words/message.ts";
import { type BlockInContext, type CheckedRule, type StoryContext, tip } from "../context.ts";
import { readTitle, takesUpIn } from "../sincerity/reading.ts";
import { convention, MEDIUM_EARNING, mediumRule, WRITING_CONVENTION } from "../sources.ts";
import type { Found } from "../types.ts";
import { ENOUGH, isFilled, structureRule, wholeTip } from "./rule.ts";

const JUDGED = { words: ENOUGH * 2 };
const CLOSING = new Set<BlockInContext["block"]["type"]>(["paragraph", "quote", "pullQuote", "heading", "linkCard"]);
const ASKS =
	/[?？]|\b(?:follow|subscribe|clap|comments?|let me know|tell me|share|try it|try this|sign up|join|read next|next part|start today|reply|respond|write to me)\b/i;
/** Ends of a finished sentence; a closing quotation mark or bracket may follow. */
const FINISHED = /[.!?…。！？।؟:)\]"'”’»」』]\s*$/u;
const UNFINISHED = /[,;–—-]\s*$/u;
/** Characters of the last paragraph that are looked at. */
const TAIL = 2000;

function lastOf({ body }: StoryContext): BlockInContext | null {
	return (
		body.findLast(
			({ block, text, counts }) =>
				block.type !== "separator" && block.type !== "footnote" && (text.trim() !== "" || counts.images > 0),
		) ?? null
	);
}

function stops(context: StoryContext, { words = JUDGED.words }): Found[] {
	const last = context.bodyWeight < words ? null : lastOf(context);
	return last && !CLOSING.has(last.block.type) ? [tip("structure.ending", "suggestion", { in: last })] : [];
}

function breaksOff(context: StoryContext, { words = JUDGED.words }): Found[] {
	const last = context.bodyWeight < words ? null : lastOf(context);
	if (last?.block.type !== "paragraph") return [];
	const tail = last.text.slice(-40);
	const open =
		UNFINISHED.test(tail) || (last.weight > 6 && !FINISHED.test(tail) && !/\p{Emoji_Presentation}\s*$/u.test(tail));
	return open ? [wholeTip("structure.ending-open", "suggestion", last)] : [];
}

/** Two subject words of the title, or all of a shorter one, in the last two paragraphs. */
function returns(context: StoryContext, { words = JUDGED.words }): Found[] {
	if (context.bodyWeight < words || !context.title) return [];
	const closing = context.body.filter((one) => one.block.type === "paragraph" && isFilled(one)).slice(-2);
	const last = closing.at(-1);
	const subject = readTitle(context.title.text).filter((word) => word.content);
	if (!last || subject.length === 0) return [];
	const contents = closing.map((one) => one.content);
	const found = subject.filter((word) => takesUpIn(contents, word));
	if (found.length < Math.min(2, subject.length)) return [];
	return [
		tip(
			"structure.ending-returns",
			"strength",
			{ in: last },
			{
				quote: found
					.map((word) => word.text)
					.slice(0, 3)
					.join(", "),
			},
		),
	];
}

function invitation({ body, bodyWeight }: StoryContext, { words = JUDGED.words }): Found[] {
	if (bodyWeight < words) return [];
	const closing = body.filter(isFilled).slice(-3);
	const last = closing.at(-1);
	const asks = closing.some((one) => ASKS.test(one.text.slice(-TAIL)) || one.block.type === "linkCard");
	return last && !asks ? [tip("structure.invitation", "note", { in: last })] : [];
}

export const ENDING_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.ending",
		name: sentence("No closing words"),
		message: sentence("The story stops on a list, a picture or code. Close with a sentence."),
		why: sentence("The last words are what a reader takes along, and where responses begin. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: JUDGED,
		check: stops,
	}),
	structureRule({
		id: "structure.ending-open",
		name: sentence("The last sentence breaks off"),
		message: sentence("The last paragraph has no end mark."),
		why: sentence("It reads as if something were missing."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: JUDGED,
		check: breaksOff,
	}),
	structureRule({
		id: "structure.ending-returns",
		name: sentence("The ending comes back"),
		message: sentence("The ending takes up the title again: {{quote}}."),
		why: sentence("An ending that returns to where the story began closes it. A custom of editors, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		languages: ["en"],
		thresholds: JUDGED,
		check: returns,
	}),
	structureRule({
		id: "structure.invitation",
		name: sentence("Nothing asked of the reader"),
		message: sentence("The ending asks nothing. A question or a next story gives a reader something to do."),
		why: sentence("Responses and follows add to what a read earns. How much an invitation brings was not measured."),
		evidence: [mediumRule(MEDIUM_EARNING), convention(WRITING_CONVENTION)],
		languages: ["en"],
		thresholds: JUDGED,
		check: invitation,
	}),
];
