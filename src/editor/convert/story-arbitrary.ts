/** Wild story documents for property tests: every block type, every mark, awkward text. */
import fc from "fast-check";
import type { Block, Span, StoryDocument, StoryImage } from "#domain/story/schema.ts";

const word = fc.oneof(
	fc.constantFrom(
		"word ",
		"two words",
		" ",
		"\n",
		"\t",
		"a\nb",
		"量子",
		"👩‍👩‍👧",
		"é",
		"שלום",
		"**",
		"[x](y)",
		"<b>",
		"\u200b",
		"\u00a0",
	),
	fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
);
const flag = fc.option(fc.constant(true as const), { nil: undefined, freq: 2 });
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
const href = fc.oneof(fc.webUrl(), fc.constantFrom("", "#a1b2", "javascript:alert(1)", "mailto:a@example.org", "//x"));

const span: fc.Arbitrary<Span> = fc.record(
	{
		text: word,
		bold: flag,
		italic: flag,
		code: flag,
		strikethrough: flag,
		link: fc.option(
			fc.record(
				{ href, userId: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/), { nil: undefined }) },
				{ requiredKeys: ["href"] },
			),
			{ nil: undefined, freq: 3 },
		),
		footnote: fc.option(id, { nil: undefined, freq: 8 }),
	},
	{ requiredKeys: ["text"] },
);
const spans = fc.array(span, { maxLength: 6 });

const image: fc.Arbitrary<StoryImage> = fc.record(
	{
		assetId: fc.stringMatching(/^[0-9a-f]{64}\.png$/),
		remoteUrl: fc.webUrl(),
		mediumId: fc.constantFrom("1*abc.png", "0*x_y.jpeg"),
		width: fc.integer({ min: 1, max: 9000 }),
		height: fc.integer({ min: 1, max: 9000 }),
		alt: fc.string(),
		href,
		featured: fc.constant(true as const),
	},
	{ requiredKeys: ["alt"] },
);

const textTypes = ["kicker", "title", "subtitle", "quote", "pullQuote", "footnote", "note"] as const;

const block: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ id, type: fc.constantFrom(...textTypes), spans }),
	fc.record(
		{ id, type: fc.constant("paragraph" as const), spans, dropCap: fc.constant(true as const) },
		{ requiredKeys: ["id", "type", "spans"] },
	),
	fc.record({ id, type: fc.constant("heading" as const), level: fc.constantFrom(1 as const, 2 as const), spans }),
	fc.record(
		{
			id,
			type: fc.constant("list" as const),
			ordered: fc.boolean(),
			start: fc.nat({ max: 900 }),
			items: fc.array(fc.record({ spans, depth: fc.integer({ min: 0, max: 8 }) }), { minLength: 1, maxLength: 5 }),
		},
		{ requiredKeys: ["id", "type", "ordered", "items"] },
	),
	fc.record({
		id,
		type: fc.constant("code" as const),
		text: fc.array(fc.oneof(word, fc.string()), { maxLength: 6 }).map((parts) => parts.join("\n")),
		language: fc.option(fc.constantFrom("ts", "java", "c++"), { nil: null }),
		languageSource: fc.constantFrom("none" as const, "detected" as const, "writer" as const),
	}),
	fc.record({
		id,
		type: fc.constant("figure" as const),
		image,
		caption: spans,
		layout: fc.constantFrom("column" as const, "outset" as const, "fullWidth" as const, "outsetLeft" as const),
	}),
	fc.record({
		id,
		type: fc.constant("gallery" as const),
		images: fc.array(image, { minLength: 1, maxLength: 4 }),
		caption: spans,
	}),
	fc.record({
		id,
		type: fc.constant("embed" as const),
		url: href,
		kind: fc.constantFrom("frame" as const, "gist" as const, "tweet" as const, "url" as const, "lost" as const),
		caption: spans,
	}),
	fc.record(
		{
			id,
			type: fc.constant("linkCard" as const),
			url: href,
			title: fc.string(),
			description: fc.string(),
			site: fc.string(),
			thumbnailUrl: fc.webUrl(),
		},
		{ requiredKeys: ["id", "type", "url", "title", "description", "site"] },
	),
	fc.record({
		id,
		type: fc.constant("table" as const),
		rows: fc.array(fc.array(spans, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
	}),
	fc.record({ id, type: fc.constant("separator" as const) }),
);

/** Not canonical yet: equal neighbours, repeated ids and control characters occur. */
export const storyDocuments: fc.Arbitrary<StoryDocument> = fc.record({
	version: fc.constant(1 as const),
	blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
});
