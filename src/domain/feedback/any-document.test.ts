import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { analyseStory } from "./analyse.ts";
import { ruleById } from "./rules.ts";
import { heading, id, paragraph, story, subtitle, title } from "./test-story.ts";
import { blockText } from "./text.ts";

describe("whatever is in the document", () => {
	const wild = fc.oneof(
		fc.string({ unit: "binary", maxLength: 200 }),
		fc.string({
			unit: fc.constantFrom(
				"\uD800",
				"\uDC00",
				"I",
				"?",
				":",
				"!",
				".",
				"…",
				" ",
				"İ",
				"ß",
				"’",
				"in this article",
				"7 ways",
				"best",
				"\n",
				"的",
				"é",
			),
			maxLength: 60,
		}),
	);
	const spans = fc.array(
		wild.filter((text) => text !== "").map((text) => ({ text })),
		{ maxLength: 4 },
	);
	const block: fc.Arbitrary<Block> = fc.oneof(
		fc
			.record({ type: fc.constantFrom("title", "subtitle", "kicker", "paragraph", "quote", "note"), spans })
			.map((one) => ({ ...one, id: id() }) as Block),
		fc.record({ level: fc.constantFrom(1, 2), spans }).map((one) => ({ ...one, type: "heading", id: id() }) as Block),
		fc.array(spans, { minLength: 1, maxLength: 5 }).map(
			(items): Block => ({
				id: id(),
				type: "list",
				ordered: true,
				items: items.map((one) => ({ spans: one, depth: 0 })),
			}),
		),
		wild.map((text): Block => ({ id: id(), type: "code", text, language: null, languageSource: "none" })),
		fc.record({ alt: wild, caption: spans }).map(
			({ alt, caption }): Block => ({
				id: id(),
				type: "figure",
				image: { alt, remoteUrl: "x" },
				caption,
				layout: "column",
			}),
		),
	);

	test("a tip quotes exactly the text it names", () => {
		fc.assert(
			fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
				const byId = new Map(blocks.map((one) => [one.id, one]));
				for (const tip of analyseStory(story(...blocks)).tips) {
					expect(ruleById(tip.ruleId)).toBeDefined();
					if (tip.blockId === null) {
						expect(tip.quote).toBe("");
						continue;
					}
					const text = blockText(byId.get(tip.blockId)!);
					expect(0 <= tip.start && tip.start <= tip.end && tip.end <= text.length).toBe(true);
					expect(tip.quote).toBe(text.slice(tip.start, tip.end));
					const kinds = ruleById(tip.ruleId)?.evidence.map((one) => one.class) ?? [];
					expect([...tip.evidence].sort()).toEqual([...new Set(kinds)].sort());
					expect(tip.evidence.length).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test.each([
		["one sentence", "word ".repeat(20_000)],
		["one word", "a".repeat(100_000)],
		["dots", `${".".repeat(100_000)}a`],
		["hyphens", `a${"-".repeat(100_000)}b`],
		["quotes", "“".repeat(100_000)],
		["question marks and quotes", '?"'.repeat(50_000)],
		["spaces", `${" ".repeat(100_000)}x`],
		["capitals", "A. ".repeat(33_000)],
		["a phrase", "in this article".repeat(7_000)],
		["lone surrogates", "\uD83D".repeat(100_000)],
		["numbers", "7 ".repeat(50_000)],
		["characters", "的".repeat(100_000)],
	])("100,000 characters of %s come to an end before the test does", (_, text) => {
		analyseStory(
			story(
				title(text),
				subtitle(text),
				paragraph(text),
				{ id: id(), type: "list", ordered: false, items: [{ spans: [{ text }], depth: 0 }] },
				heading(text),
			),
		);
	});
});
