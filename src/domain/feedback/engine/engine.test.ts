import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { anyDocument } from "#tests/support/documents.ts";
import type { BlockRule } from "../block-rule.ts";
import type { RuleChoices } from "../rule-choices.ts";
import type { StoryFeedback } from "../story-feedback.ts";
import type { Tip } from "../types.ts";
import { ContentCache } from "./content-cache.ts";
import { CoachEngine, type StoryChange } from "./engine.ts";

/** Counts how often it was asked, and finds every "very". */
function countingRule() {
	const asked: string[] = [];
	const rule: BlockRule = {
		id: "language.test",
		area: "language",
		name: "Test",
		message: "Test",
		why: "Test",
		evidence: [],
		languages: "any",
		defaultOn: true,
		thresholds: { most: 0 },
		check: ({ text }, { most = 0 }) => {
			asked.push(text);
			const found = [...text.matchAll(/very|a/g)].map(({ index, 0: hit }) => ({
				ruleId: "language.test",
				severity: "note" as const,
				start: index,
				end: index + hit.length,
				replacement: "",
			}));
			return found.length > most ? found : [];
		},
	};
	return { rule, asked };
}

const paragraph = (id: string, text: string): Block => ({
	id,
	type: "paragraph",
	spans: text === "" ? [] : [{ text }],
});
const all = (...blocks: Block[]): StoryChange => ({ order: blocks.map((block) => block.id), blocks });

interface Answers {
	feedback: StoryFeedback | null;
	tips: Map<string, readonly Tip[]>;
}

/** Takes steps as a window does; stops after `most`. */
function take(engine: CoachEngine, answers: Answers, first: readonly string[] = [], most = Number.POSITIVE_INFINITY) {
	let taken = 0;
	const order: string[] = [];
	for (const step of engine.work(first)) {
		if (step.kind === "story") answers.feedback = step.feedback;
		if (step.kind === "block") answers.tips.set(step.blockId, step.tips);
		order.push(step.kind === "block" ? step.blockId : step.kind);
		taken += 1;
		if (taken >= most) break;
	}
	return order;
}
const nothing = (): Answers => ({ feedback: null, tips: new Map() });

test("only the touched block is read again, and it is answered first", () => {
	const { rule, asked } = countingRule();
	const engine = new CoachEngine([rule]);
	const blocks = ["one very", "two very", "three very"].map((text, n) => paragraph(`p${n}`, text));
	engine.apply(all(...blocks));
	take(engine, nothing());
	expect(asked).toHaveLength(3);
	engine.apply({ order: null, blocks: [paragraph("p1", "two very very")] });
	const answers = nothing();
	expect(take(engine, answers, ["p1"])).toEqual(["p1", "read", "read", "read", "story"]);
	expect(asked.slice(3)).toEqual(["two very very"]);
	expect(answers.tips.get("p1")).toHaveLength(2);
});

test("an undone edit costs nothing", () => {
	const { rule, asked } = countingRule();
	const engine = new CoachEngine([rule]);
	for (const text of ["as it was", "as it is", "as it was"]) {
		engine.apply(all(paragraph("p", text)));
		take(engine, nothing());
	}
	expect(asked).toEqual(["as it was", "as it is"]);
});

test("findings in code within a line are left out", () => {
	const { rule } = countingRule();
	const engine = new CoachEngine([rule]);
	const block: Block = {
		id: "p",
		type: "paragraph",
		spans: [{ text: "very " }, { text: "very", code: true }, { text: " very" }],
	};
	engine.apply(all(block));
	const answers = nothing();
	take(engine, answers);
	expect(answers.tips.get("p")?.map(({ start, quote }) => [start, quote])).toEqual([
		[0, "very"],
		[10, "very"],
	]);
});

test("a text that changes and changes back before it is worked on is answered again: the window has dropped its findings", () => {
	const { rule } = countingRule();
	const engine = new CoachEngine([rule]);
	const answers = nothing();
	engine.apply(all(paragraph("p", "very")));
	take(engine, answers);
	engine.apply({ order: null, blocks: [paragraph("p", "other")] });
	answers.tips.delete("p");
	engine.apply({ order: null, blocks: [paragraph("p", "very")] });
	take(engine, answers);
	expect(answers.tips.get("p")).toHaveLength(1);
});

test("a rule that is switched off takes its findings back", () => {
	const { rule } = countingRule();
	const engine = new CoachEngine([rule]);
	const answers = nothing();
	engine.apply(all(paragraph("p", "very")));
	take(engine, answers);
	expect(answers.tips.get("p")).toHaveLength(1);
	engine.configure({ choices: { [rule.id]: { on: false } }, dictionary: [] });
	take(engine, answers);
	expect(answers.tips.get("p")).toEqual([]);
});

describe("grammar", () => {
	const lints = [{ kind: "Spelling", start: 0, end: 3, message: "?", suggestions: ["the"] }];
	const checked = (...blocks: Block[]) => {
		const engine = new CoachEngine([], true);
		engine.apply(all(...blocks));
		return { engine, steps: [...engine.work()].filter((step) => step.kind === "check") };
	};
	test("an English text is asked about once, and what is said of it holds wherever it stands", () => {
		const { engine, steps } = checked(paragraph("p", "teh keeper"), paragraph("q", "teh keeper"), paragraph("r", "的"));
		expect(steps).toEqual([{ kind: "check", blockId: "p", text: "teh keeper" }]);
		const answered = [...engine.lint("p", "teh keeper", lints)];
		expect(answered).toMatchObject([
			{ blockId: "p", tips: [{ ruleId: "language.spelling", quote: "teh", replacement: "the" }] },
			{ blockId: "q" },
		]);
		expect([...engine.work()].filter((step) => step.kind === "check" || step.kind === "block")).toEqual([]);
	});
	test("an answer about words that are gone says nothing, and one that did not come is asked for again", () => {
		const { engine } = checked(paragraph("p", "teh keeper"));
		expect([...engine.lint("p", "teh keeper", null)]).toEqual([]);
		expect([...engine.work()].some((step) => step.kind === "check")).toBe(true);
		engine.apply({ order: null, blocks: [paragraph("p", "the keeper")] });
		expect([...engine.lint("p", "teh keeper", lints)]).toEqual([]);
	});
	test("a word in the writer's dictionary, and a rule switched off, say nothing", () => {
		const { engine } = checked(paragraph("p", "teh keeper"));
		expect([...engine.lint("p", "teh keeper", lints)]).toHaveLength(1);
		engine.configure({ choices: {}, dictionary: ["teh"] });
		const answers = nothing();
		take(engine, answers);
		expect(answers.tips.get("p")).toEqual([]);
		engine.configure({ choices: { "language.spelling": { on: false } }, dictionary: [] });
		take(engine, answers);
		expect(answers.tips.get("p")).toEqual([]);
		engine.configure({ choices: {}, dictionary: [] });
		take(engine, answers);
		expect(answers.tips.get("p")).toHaveLength(1);
	});
});

test("an order that names an unknown block is refused", () => {
	expect(() => new CoachEngine().apply({ order: ["x"], blocks: [] })).toThrow(RangeError);
});

test("contents are kept within bounds, the newest ones", () => {
	const cache = new ContentCache();
	for (let n = 0; n < 5_000; n += 1) cache.of(paragraph(`p${n}`, `text ${n}`));
	expect(cache.size).toBe(4_000);
	const newest = cache.of(paragraph("other", "text 4999"));
	expect(newest).toBe(cache.of(paragraph("again", "text 4999")));
	cache.of(paragraph("huge", "x".repeat(5_000_000)));
	expect(cache.size).toBe(1);
});

describe("whatever is edited", () => {
	type Edit =
		| { kind: "replace"; at: number; block: Block }
		| { kind: "insert"; at: number; block: Block }
		| { kind: "remove"; at: number }
		| { kind: "move"; from: number; to: number }
		| { kind: "rules"; choices: RuleChoices };
	const block = anyDocument.map(({ blocks }) => blocks.at(-1) ?? paragraph("x", "a very plain one"));
	const prose = fc
		.array(fc.constantFrom("very", "the", "best", "7 ways", "lamp", "keeper.", "In this article", "wir", "是"))
		.map((words) => paragraph("x", words.join(" ")));
	const anyBlock = fc.oneof(block, prose);
	const at = fc.nat(20);
	const edit: fc.Arbitrary<Edit> = fc.oneof(
		fc.record({ kind: fc.constant("replace" as const), at, block: anyBlock }),
		fc.record({ kind: fc.constant("insert" as const), at, block: anyBlock }),
		fc.record({ kind: fc.constant("remove" as const), at }),
		fc.record({ kind: fc.constant("move" as const), from: at, to: at }),
		fc.record({
			kind: fc.constant("rules" as const),
			choices: fc.constantFrom<RuleChoices>(
				{},
				{ "language.test": { on: false } },
				{ "language.test": { thresholds: { most: 1 } } },
				{ "headline.length": { on: false } },
			),
		}),
	);

	/** The blocks after an edit; a replaced block keeps its id. */
	function edited(blocks: readonly Block[], change: Edit, id: string): Block[] {
		const next = [...blocks];
		if (change.kind === "insert") next.splice(change.at % (next.length + 1), 0, { ...change.block, id });
		const index = "at" in change ? change.at % next.length : 0;
		if (change.kind === "replace" && next[index]) next[index] = { ...change.block, id: next[index].id };
		if (change.kind === "remove") next.splice(index, 1);
		if (change.kind === "move") next.splice(change.to % next.length, 0, ...next.splice(change.from % next.length, 1));
		return next;
	}

	test("step by step says what from scratch says, however often work is dropped", () => {
		fc.assert(
			fc.property(
				anyDocument,
				fc.array(fc.tuple(edit, fc.option(fc.nat(6))), { maxLength: 12 }),
				(document: StoryDocument, edits) => {
					const { rule } = countingRule();
					const engine = new CoachEngine([rule]);
					const answers = nothing();
					let blocks: Block[] = document.blocks.map((one, n) => ({ ...one, id: `s${n}` }));
					let choices: RuleChoices = {};
					engine.apply(all(...blocks));
					for (const [n, [change, stopAfter]] of edits.entries()) {
						take(engine, answers, [], stopAfter ?? Number.POSITIVE_INFINITY);
						const next = edited(blocks, change, `n${n}`);
						const known = new Set(blocks);
						const fresh = next.filter((one) => !known.has(one));
						if (change.kind === "rules") {
							choices = change.choices;
							engine.configure({ choices, dictionary: [] });
						}
						engine.apply({ order: next.map((one) => one.id), blocks: fresh });
						blocks = next;
						for (const id of answers.tips.keys()) if (!next.some((one) => one.id === id)) answers.tips.delete(id);
					}
					take(
						engine,
						answers,
						blocks.slice(0, 2).map((one) => one.id),
					);

					const scratch = nothing();
					const fresh = new CoachEngine([rule]);
					fresh.configure({ choices, dictionary: [] });
					fresh.apply(all(...blocks));
					take(fresh, scratch);
					expect(answers.feedback).toEqual(scratch.feedback);
					const said = ({ tips }: Answers) => blocks.map((one) => tips.get(one.id) ?? []);
					expect(said(answers)).toEqual(said(scratch));
				},
			),
			{ numRuns: 200 },
		);
	});
});
