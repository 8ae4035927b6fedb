import { describe, expect, test } from "vitest";
import { HARD_PARTS, ofLength } from "#tests/support/hard-texts.ts";
import { processorMs } from "#tests/support/processor-time.ts";
import type { Block } from "../story/schema.ts";
import { BlockInContext, contextOf } from "./context.ts";
import { readingCounts } from "./language/reading-counts.ts";
import { readingOf } from "./language/test-reading.ts";
import { BLOCK_RULES, STORY_RULES } from "./rules.ts";
import { storyFeedback } from "./story-feedback.ts";

const LENGTH = 100_000;
const MOST_MS = 20;
/** What another thread's garbage or the compiler adds is not there every time. */
const TRIES = 5;

/** Least processor time of this thread in milliseconds; tries again only while it is over the limit. */
function effort(run: () => unknown): number {
	let least = Number.POSITIVE_INFINITY;
	for (let n = 0; n < TRIES && least > MOST_MS; n += 1) {
		least = Math.min(least, processorMs(run));
	}
	return least;
}

const words = (text: string) => [{ text }];

/** A story that is the text everywhere. */
function storyOf(text: string): Block[] {
	return [
		{ id: "t", type: "title", spans: words(text) },
		{ id: "s", type: "subtitle", spans: words(text) },
		{ id: "h", type: "heading", level: 1, spans: words(text) },
		{ id: "p", type: "paragraph", spans: [{ text, link: { href: "https://example.org/" } }] },
		{
			id: "l",
			type: "list",
			ordered: true,
			items: Array.from({ length: 1000 }, () => ({ spans: words(text.slice(0, 100)), depth: 0 })),
		},
	];
}

describe.each(HARD_PARTS)(`${LENGTH} characters of %s`, (_, part) => {
	const text = ofLength(part, LENGTH);

	test.each(["en", "de", "ja"])("no rule about words takes longer than 20 ms, read as %s", (language) => {
		const reading = readingOf(text, language);
		const slow = [
			...BLOCK_RULES.map((rule) => [rule.id, effort(() => rule.check(reading, rule.thresholds))] as const),
			["counts for readability", effort(() => readingCounts(reading))] as const,
		].filter(([, ms]) => ms > MOST_MS);
		expect(slow).toEqual([]);
		for (const rule of BLOCK_RULES)
			for (const { start, end } of rule.check(reading, rule.thresholds))
				expect(0 <= start && start < end && end <= text.length).toBe(true);
	});

	test("no rule about the story takes longer than 20 ms, and its quotes stand where it says", () => {
		const blocks = storyOf(text).map((block) => new BlockInContext(block));
		for (const { content } of blocks) content.prepare();
		const slow = STORY_RULES.flatMap((rule) => {
			const ms = effort(() => rule.check(contextOf(blocks), rule.thresholds));
			return ms > MOST_MS ? [[rule.id, ms]] : [];
		});
		expect(slow).toEqual([]);
		const byId = new Map(blocks.map((one) => [one.block.id, one.text]));
		for (const { blockId, start, end, quote } of storyFeedback(contextOf(blocks), { none: "short" }, {}, true).tips)
			if (blockId !== null) expect(byId.get(blockId)?.slice(start, end)).toBe(quote);
	});
});
