import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { analyseStory } from "../analyse.ts";
import { heading, id, list, PROSE, paragraph, rulesOf, story, title } from "../test-story.ts";

describe("structure", () => {
	test("lengths, headings, pictures, links and the ending", () => {
		const figure: Block = {
			id: id(),
			type: "figure",
			image: { remoteUrl: "https://example.org/a.png", alt: "" },
			caption: [],
			layout: "column",
		};
		const found = rulesOf(
			title("A winter"),
			paragraph(PROSE.repeat(20)),
			heading("", 2),
			heading("Small", 2),
			{ id: id(), type: "paragraph", spans: [{ text: "Bold line", bold: true }] },
			paragraph(PROSE.repeat(30)),
			heading("Large"),
			{
				id: id(),
				type: "paragraph",
				spans: [{ text: "Read " }, { text: "here", link: { href: "https://example.org" } }],
			},
			figure,
		);
		for (const name of [
			"section-length",
			"paragraph-length",
			"empty-heading",
			"heading-level",
			"bold-heading",
			"alt-text",
			"vague-link",
			"ending",
			"reading-time",
		])
			expect(found).toContain(`structure.${name}`);
	});

	test("the map adds up to the story's reading time and names every piece once", () => {
		const blocks = [
			title("A winter"),
			paragraph(PROSE.repeat(10)),
			heading("One"),
			list("a b", "c d"),
			paragraph(PROSE.repeat(20)),
			// Each takes a fraction of a second more or less than whole ones.
			...Array.from({ length: 30 }, () => paragraph("Three short words")),
		];
		const { map, readingSeconds } = analyseStory(story(...blocks));
		const pieces = map.sections.flatMap((section) => section.pieces.map((piece) => piece.blockId));
		expect(pieces).toEqual(blocks.slice(1).map((block) => block.id));
		expect(Math.abs(map.seconds - readingSeconds)).toBeLessThan(1);
	});
});
