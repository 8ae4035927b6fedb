/** Story documents for tests and benches: wild ones from fast-check, and long plausible ones from a seed. */
import fc from "fast-check";
import { canonicalDocument } from "#domain/story/canonical.ts";
import type { Block, Span, StoryDocument } from "#domain/story/schema.ts";

const text = fc.oneof(
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
	fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
	fc.stringMatching(/^[*_`~#>|[\]()<&!\\+=.: \n\-0-9ab]{1,16}$/),
	fc.constantFrom(
		"---",
		"1. one",
		"- item",
		"<script>alert(1)</script>",
		"](x",
		"```",
		"**",
		"  two\n",
		"量子计算",
		"e\u0301",
	),
);

const flag = fc.constant(true as const);
const span: fc.Arbitrary<Span> = fc.record(
	{
		text,
		bold: flag,
		italic: flag,
		code: flag,
		strikethrough: flag,
		link: fc.record({
			href: fc.oneof(fc.webUrl(), fc.constantFrom("javascript:alert(1)", "https://a.b/c d(e)", "#x")),
		}),
	},
	{ requiredKeys: ["text"] },
);
export const anySpans = fc.array(span, { maxLength: 5 });
const image = fc.record({
	remoteUrl: fc.oneof(fc.webUrl(), fc.constant("javascript:alert(1)")),
	alt: fc.oneof(text, fc.constant("")),
});

const body: fc.Arbitrary<Block> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ id: fc.constant("p"), type: fc.constant("paragraph" as const), spans: anySpans }),
	},
	fc.record({
		id: fc.constant("h"),
		type: fc.constant("heading" as const),
		level: fc.constantFrom(1 as const, 2 as const),
		spans: anySpans,
	}),
	fc.record({ id: fc.constant("q"), type: fc.constantFrom("quote" as const, "pullQuote" as const), spans: anySpans }),
	fc.record({
		id: fc.constant("l"),
		type: fc.constant("list" as const),
		ordered: fc.boolean(),
		items: fc.array(fc.record({ spans: anySpans, depth: fc.nat(3) }), { minLength: 1, maxLength: 5 }),
	}),
	fc.record({
		id: fc.constant("c"),
		type: fc.constant("code" as const),
		text: fc.oneof(text, fc.constant("````\nx\n```")),
		language: fc.constantFrom(null, "ts", "c++", "`\n"),
		languageSource: fc.constant("writer" as const),
	}),
	fc.record({
		id: fc.constant("f"),
		type: fc.constant("figure" as const),
		image,
		caption: anySpans,
		layout: fc.constant("column" as const),
	}),
	fc.record({
		id: fc.constant("g"),
		type: fc.constant("gallery" as const),
		images: fc.array(image, { minLength: 1, maxLength: 3 }),
		caption: anySpans,
	}),
	fc.record({
		id: fc.constant("e"),
		type: fc.constant("embed" as const),
		url: fc.oneof(fc.webUrl(), fc.constantFrom("", "javascript:alert(1)")),
		kind: fc.constant("url" as const),
		caption: anySpans,
	}),
	fc.record({
		id: fc.constant("k"),
		type: fc.constant("linkCard" as const),
		url: fc.webUrl(),
		title: text,
		description: text,
		site: text,
	}),
	fc.record({
		id: fc.constant("t"),
		type: fc.constant("table" as const),
		rows: fc.array(fc.array(anySpans, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
	}),
	fc.record({ id: fc.constant("n"), type: fc.constant("note" as const), spans: anySpans }),
	fc.record({ id: fc.constant("s"), type: fc.constant("separator" as const) }),
);

/** Any canonical document: every kind of block, hostile text, unsafe links. */
export const anyDocument: fc.Arbitrary<StoryDocument> = fc
	.tuple(
		fc.option(fc.record({ id: fc.constant("title"), type: fc.constant("title" as const), spans: anySpans }), {
			nil: undefined,
		}),
		fc.array(body, { maxLength: 8 }),
	)
	.map(([title, blocks]) => canonicalDocument({ version: 1, blocks: title ? [title, ...blocks] : blocks }));

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi lo ny ra shi ko dar mel tor win est ing ous".split(" ");

/** A vocabulary whose word frequencies fall as those of a language do. */
export function wordSource(random: () => number, size = 8_000): () => string {
	const words = Array.from({ length: size }, (_, at) => {
		let word = "";
		for (let n = 0; n < 1 + ((at % 4) + 1) / 2; n += 1)
			word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
		return word;
	});
	return () => words[Math.floor(size ** random()) - 1] ?? "la";
}

/** A plausible story of about so many words: paragraphs with some marks, headings, a list now and then. */
export function longStory(words: number, seed: number, word = wordSource(seededRandom(seed))): StoryDocument {
	const random = seededRandom(seed + 1);
	const sentence = (length: number) => `${Array.from({ length }, word).join(" ")}. `;
	const blocks: Block[] = [{ id: "title", type: "title", spans: [{ text: sentence(6).trim() }] }];
	for (let written = 0; written < words; ) {
		const id = `b${blocks.length}`;
		if (random() < 0.08) {
			blocks.push({ id, type: "heading", level: 1, spans: [{ text: sentence(5).trim() }] });
			written += 5;
			continue;
		}
		const sentences = 2 + Math.floor(random() * 4);
		const spans: Span[] = [];
		for (let n = 0; n < sentences; n += 1) {
			const length = 8 + Math.floor(random() * 14);
			const mark = random();
			spans.push({ text: sentence(length), ...(mark < 0.1 ? { bold: true } : mark < 0.2 ? { italic: true } : {}) });
			written += length;
		}
		blocks.push({ id, type: "paragraph", spans });
	}
	return canonicalDocument({ version: 1, blocks });
}
