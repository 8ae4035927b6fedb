import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonItems, compareDocuments, compareWords } from "./compare.ts";
import { blockDifferences } from "./differences.ts";
import type { Block, StoryDocument, StoryImage } from "./schema.ts";

const joined = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join("");

test("changed words are marked on both sides, everything else is not", () => {
	expect(compareWords("The old lamp burns.", "The new lamp burns bright.")).toEqual({
		left: [
			{ text: "The ", changed: false },
			{ text: "old", changed: true },
			{ text: " lamp burns", changed: false },
			{ text: ".", changed: false },
		].reduce<{ text: string; changed: boolean }[]>((parts, part) => {
			const last = parts.at(-1);
			if (last?.changed === part.changed) last.text += part.text;
			else parts.push({ ...part });
			return parts;
		}, []),
		right: [
			{ text: "The ", changed: false },
			{ text: "new", changed: true },
			{ text: " lamp burns", changed: false },
			{ text: " bright", changed: true },
			{ text: ".", changed: false },
		],
	});
});

test("no text is lost or invented by a comparison", () => {
	const text = fc.stringMatching(/^[ab灯 .\n]{0,40}$/);
	fc.assert(
		fc.property(text, text, (left, right) => {
			const compared = compareWords(left, right);
			expect(joined(compared.left)).toBe(left);
			expect(joined(compared.right)).toBe(right);
			expect(joined(compared.left.filter((part) => !part.changed))).toBe(
				joined(compared.right.filter((part) => !part.changed)),
			);
		}),
	);
});

test("common items are in order, equal, and the longest there are for short lists", () => {
	const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 9 });
	const longest = (a: readonly string[], b: readonly string[]): number => {
		const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
		for (let x = 1; x <= a.length; x += 1)
			for (let y = 1; y <= b.length; y += 1)
				table[x]![y] =
					a[x - 1] === b[y - 1] ? table[x - 1]![y - 1]! + 1 : Math.max(table[x - 1]![y]!, table[x]![y - 1]!);
		return table[a.length]![b.length]!;
	};
	fc.assert(
		fc.property(list, list, (a, b) => {
			const pairs = commonItems(a, b);
			pairs.forEach(([x, y], at) => {
				expect(a[x]).toBe(b[y]);
				if (at > 0) expect(x > pairs[at - 1]![0] && y > pairs[at - 1]![1]).toBe(true);
			});
			expect(pairs.length).toBe(longest(a, b));
		}),
	);
});

test("an added block stands alone, an edited one beside its former self", () => {
	const document = (...texts: string[]): StoryDocument => ({
		version: 1,
		blocks: texts.map((text, at) => ({ id: `b${at}`, type: "paragraph", spans: [{ text }] })),
	});
	const rows = compareDocuments(
		document("one", "two words", "three"),
		document("one", "two other words", "three", "four"),
	);
	expect(rows.map((row) => [row.left && joined(row.left.text), row.right && joined(row.right.text), row.same])).toEqual(
		[
			["one", "one", true],
			["two words", "two other words", false],
			["three", "three", true],
			[null, "four", false],
		],
	);
});

describe("two blocks of the same words say what they differ in", () => {
	const figure = (image: object, more: object = {}) =>
		({ id: "f", type: "figure", caption: [], layout: "column", image: { alt: "A lamp", ...image }, ...more }) as Block;
	const paragraph = (...spans: object[]) => ({ id: "p", type: "paragraph", spans }) as Block;
	const code = (language: string | null) =>
		({ id: "c", type: "code", text: "x", language, languageSource: "none" }) as Block;

	test.each<[string, Block, Block, object[]]>([
		[
			"another picture",
			figure({ remoteUrl: "https://miro.medium.com/1.png", width: 10, height: 5 }),
			figure({ remoteUrl: "https://miro.medium.com/2.png", width: 20, height: 5 }),
			[
				{ what: "picture", left: "https://miro.medium.com/1.png", right: "https://miro.medium.com/2.png" },
				{ what: "size", left: "10 × 5", right: "20 × 5" },
			],
		],
		[
			"a picture's id",
			figure({ mediumId: "1*a", assetId: "a" }),
			figure({ mediumId: "1*b", assetId: "a" }),
			[{ what: "details" }],
		],
		["a layout", figure({}), figure({}, { layout: "outset" }), [{ what: "layout" }]],
		["marks", paragraph({ text: "ab" }), paragraph({ text: "a" }, { text: "b", bold: true }), [{ what: "marks" }]],
		[
			"a link",
			paragraph({ text: "ab" }),
			paragraph({ text: "a" }, { text: "b", link: { href: "https://example.com/" } }),
			[{ what: "links", left: "", right: "https://example.com/" }],
		],
		["a language", code(null), code("js"), [{ what: "language", left: "", right: "js" }]],
		[
			"a level",
			{ id: "h", type: "heading", level: 1, spans: [{ text: "a" }] },
			{ id: "h", type: "heading", level: 2, spans: [{ text: "a" }] },
			[{ what: "kind" }],
		],
	])("%s", (_, left, right, expected) => {
		expect(blockDifferences(left, right)).toMatchObject(expected);
		expect(blockDifferences(left, right)).toHaveLength(expected.length);
		const [row] = compareDocuments({ version: 1, blocks: [left] }, { version: 1, blocks: [right] });
		expect(row?.differences).toEqual(blockDifferences(left, right));
	});
});

test("what only stands in another order in storage is the same", () => {
	const document = (image: StoryImage): StoryDocument => ({
		version: 1,
		blocks: [{ id: "a", type: "figure", image, caption: [], layout: "column" }],
	});
	const remoteUrl = "https://cdn-images-1.medium.com/a.png";
	const rows = compareDocuments(document({ alt: "", remoteUrl }), {
		version: 1,
		blocks: [{ layout: "column", caption: [], image: { remoteUrl, alt: "" }, type: "figure", id: "b" }],
	});
	expect(rows.map(({ same }) => same)).toEqual([true]);
	expect(compareDocuments(document({ alt: "", remoteUrl }), document({ alt: "A lamp", remoteUrl }))[0]?.same).toBe(
		false,
	);
});
