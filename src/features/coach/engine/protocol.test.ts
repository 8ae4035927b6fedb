import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CoachEngine, type EngineStep } from "#domain/feedback/engine/engine.ts";
import type { Lint } from "#domain/feedback/language/grammar/lint.ts";
import type { RuleChoices } from "#domain/feedback/rule-choices.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import type { GrammarFailure } from "../grammar/protocol.ts";
import { type ClientSettings, CoachClient, type CoachState, type CoachWorker } from "./client.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { type Checker, messagePause, serveCoach } from "./serve.ts";

const heading = (id: string, text: string): Block => ({ id, type: "heading", level: 2, spans: text ? [{ text }] : [] });
const paragraph = (id: string, text: string): Block => ({ id, type: "paragraph", spans: [{ text }] });
const story = (...blocks: Block[]): StoryDocument => ({ version: 1, blocks });
const PROSE = "The keeper walked down to the shore and counted the boats that had come home before the storm. ";

/** Finds every "very" in paragraphs, and everything the registry has. */
class TestEngine extends CoachEngine {
	worked = 0;
	constructor() {
		super(
			[
				{
					id: "language.test",
					area: "language",
					name: "",
					message: "",
					why: "",
					evidence: [],
					languages: "any",
					defaultOn: true,
					thresholds: {},
					check: ({ text }) =>
						[...text.matchAll(/very/g)].map(({ index }) => ({
							ruleId: "language.test",
							severity: "note",
							start: index,
							end: index + 4,
						})),
				},
			],
			true,
		);
	}
	override *work(first: readonly string[] = []): Generator<EngineStep, void> {
		for (const step of super.work(first)) {
			this.worked += 1;
			yield step;
		}
	}
}

const settings = (choices: RuleChoices): ClientSettings => ({ choices, dictionary: [], dialect: "american" });

/** Checks when the test says so. */
class TestChecker implements Checker {
	failed: GrammarFailure | null = null;
	asked: { key: string; text: string; answer: (lints: readonly Lint[] | null) => void }[] = [];
	dropped: string[] = [];
	dialects: string[] = [];
	lint(key: string, text: string): Promise<readonly Lint[] | null> {
		return new Promise((answer) => this.asked.push({ key, text, answer }));
	}
	drop(key: string): void {
		this.dropped.push(key);
	}
	retry(): void {
		this.failed = null;
	}
	setDialect(dialect: string): void {
		this.dialects.push(dialect);
	}
}

let checker: TestChecker;
let stops: (() => void)[] = [];
let started = 0;
let heard: ToWorker[] = [];
let answered: FromWorker[] = [];
let engines: TestEngine[] = [];
let die: () => void = () => {};

/** A worker in this process, behind a real MessageChannel. */
function startWorker(): CoachWorker {
	started += 1;
	const { port1, port2 } = new MessageChannel();
	const { pause, stop } = messagePause();
	const engine = new TestEngine();
	engines.push(engine);
	port2.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => heard.push(data));
	port1.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => answered.push(data));
	serveCoach(port2, { pause, engine, checker });
	port1.start();
	port2.start();
	const end = () => {
		port1.close();
		stop();
	};
	stops.push(end);
	return {
		line: port1,
		onDeath: (run) => {
			die = () => {
				end();
				run();
			};
		},
		stop: end,
	};
}

let client: CoachClient;
beforeEach(() => {
	checker = new TestChecker();
	[stops, heard, answered, engines, started] = [[], [], [], [], 0];
	client = new CoachClient(startWorker, settings({}));
});
afterEach(() => {
	client.stop();
	for (const stop of stops) stop();
});

function until(wanted: (state: CoachState) => boolean): Promise<CoachState> {
	return new Promise((resolve) => {
		const look = () => {
			if (!wanted(client.state())) return;
			stop();
			resolve(client.state());
		};
		const stop = client.subscribe(look);
		look();
	});
}
const settled = () => until(() => client.settled);
const quotes = ({ findings }: CoachState) =>
	[...findings.values()].flat().map((tip) => `${tip.blockId}:${tip.start}:${tip.quote}`);

test("no worker runs before there is a story", async () => {
	expect(started).toBe(0);
	client.follow({ id: null, document: story(heading("h", "")) }, []);
	expect(started).toBe(0);
	expect(client.state().awake).toBe(false);
	client.follow({ id: "s", document: story(heading("h", "")) }, []);
	expect(client.state().awake).toBe(true);
	expect(started).toBe(1);
	const { feedback } = await settled();
	expect(feedback?.tips.map((tip) => tip.ruleId)).toContain("structure.empty-heading");
});

test("a keystroke sends its block alone, and its block is answered first", async () => {
	const blocks = Array.from({ length: 50 }, (_, n) => paragraph(`p${n}`, `${PROSE} very ${n}`));
	client.follow({ id: "s", document: story(...blocks) }, []);
	const { order } = await settled();
	heard = [];
	answered = [];
	const next = blocks.with(20, paragraph("p20", "very very"));
	client.follow({ id: "s", document: story(...next) }, ["p20"]);
	const state = await settled();
	expect(heard).toEqual([{ kind: "change", revision: 2, first: ["p20"], order: null, blocks: [next[20]] }]);
	expect(answered[0]).toMatchObject({ kind: "blocks", blocks: [{ blockId: "p20" }] });
	expect(quotes(state).filter((one) => one.startsWith("p20"))).toEqual(["p20:0:very", "p20:5:very"]);
	expect(state.findings.size).toBe(50);
	expect(state.order).toBe(order);
});

test("nothing is sent when nothing changed", async () => {
	const document = story(paragraph("p", "very"));
	client.follow({ id: "s", document }, []);
	await settled();
	heard = [];
	client.follow({ id: "s", document: { ...document } }, []);
	client.follow({ id: "s", document: story(paragraph("q", "very")) }, []);
	await settled();
	expect(heard).toHaveLength(1);
});

test("newer text takes the place of work on an older one", async () => {
	const texts = Array.from({ length: 400 }, (_, n) => `${PROSE.repeat(6)} ${n}`);
	const document = (extra: string) => story(...texts.map((text, n) => paragraph(`p${n}`, `${text}${extra}`)));
	for (const extra of ["", " a", " b", " very"]) client.follow({ id: "s", document: document(extra) }, ["p7"]);
	const state = await settled();
	expect(state.findings.size).toBe(400);
	const whole = 3 * 400;
	expect(engines[0]?.worked).toBeLessThan(2 * whole);
	expect(answered.filter((one) => one.kind === "done").map((one) => one.revision)).toEqual([4]);
});

test("an answer about words that no longer stand there is dropped", async () => {
	client.follow({ id: "s", document: story(paragraph("p", "it is very late")) }, []);
	await settled();
	client.follow({ id: "s", document: story(paragraph("p", "it was very late")) }, []);
	expect(quotes(client.state())).toEqual([]);
	expect(quotes(await settled())).toEqual(["p:7:very"]);
});

test("a tip about the story whose words are gone is dropped at once, and is back when they are", async () => {
	const [before, after] = [heading("h", "One!"), heading("h", "Two!")];
	const titled = (block: Block) =>
		story({ id: "t", type: "title", spans: [{ text: "What is it, and why?" }] }, block, paragraph("p", PROSE));
	client.follow({ id: "s", document: titled(before) }, []);
	const ruleIds = () => client.state().feedback?.tips.map((tip) => tip.ruleId) ?? [];
	await settled();
	expect(ruleIds()).toContain("headline.question");
	const other = story({ id: "t", type: "title", spans: [{ text: "What it is" }] }, after, paragraph("p", PROSE));
	client.follow({ id: "s", document: other }, []);
	expect(ruleIds()).not.toContain("headline.question");
	client.follow({ id: "s", document: titled(before) }, []);
	await settled();
	expect(ruleIds()).toContain("headline.question");
});

test("another story starts with nothing said", async () => {
	const written = story(heading("h", ""), paragraph("p", "Now"));
	client.follow({ id: null, document: written }, []);
	await settled();
	client.follow({ id: "one", document: written }, []);
	expect(client.state().feedback).not.toBeNull();
	client.follow({ id: "two", document: story(heading("h", "Very")) }, []);
	expect(client.state().feedback).toBeNull();
	expect((await settled()).feedback?.tips.map((tip) => tip.ruleId)).not.toContain("structure.empty-heading");
});

test("rules that change are answered anew", async () => {
	client.follow({ id: "s", document: story(heading("h", ""), paragraph("p", "very")) }, []);
	await settled();
	client.configure(settings({ "structure.empty-heading": { on: false }, "language.test": { on: false } }));
	const state = await settled();
	expect(state.feedback?.tips.map((tip) => tip.ruleId)).not.toContain("structure.empty-heading");
	expect(state.findings.size).toBe(0);
});

test("a worker that dies is started again once, then stays away", async () => {
	client.follow({ id: "s", document: story(paragraph("p", "very")) }, []);
	await settled();
	die();
	expect(client.state().trouble).toBe("restarted");
	expect(quotes(await settled())).toEqual(["p:0:very"]);
	client.follow({ id: "s", document: story(paragraph("p", "very very")) }, []);
	expect(quotes(await settled())).toHaveLength(2);
	die();
	expect(client.state().trouble).toBe("stopped");
	client.follow({ id: "s", document: story(paragraph("p", "still here")) }, []);
	expect(started).toBe(2);
});

test("grammar comes when it is checked, and is asked of changed paragraphs alone", async () => {
	const [one, two] = [
		paragraph("a", "teh keeper was here and there"),
		paragraph("b", "the lamp was lit at five in the evening"),
	];
	client.follow({ id: "s", document: story(one, two) }, ["b"]);
	await settled();
	expect(checker.asked.map((asked) => asked.key)).toEqual(["b", "a"]);
	checker.asked[1]?.answer([{ kind: "Spelling", start: 0, end: 3, message: "", suggestions: ["the"] }]);
	const state = await until(({ findings }) => findings.size > 0);
	expect(state.findings.get("a")).toMatchObject([{ ruleId: "language.spelling", quote: "teh", replacement: "the" }]);
	client.follow({ id: "s", document: story(one, paragraph("b", "the lamp was lit at six in the evening")) }, ["b"]);
	await settled();
	expect(checker.asked.map((asked) => asked.key)).toEqual(["b", "a", "b"]);
	client.follow({ id: "s", document: story(one) }, []);
	await settled();
	expect(checker.dropped).toEqual(["b"]);
});

test("a machine without a grammar checker is told about once", async () => {
	client.follow({ id: "s", document: story(paragraph("a", "the keeper was here and there")) }, []);
	await settled();
	checker.failed = "missing";
	checker.asked[0]?.answer(null);
	expect((await until(({ grammar }) => grammar === "missing")).feedback).not.toBeNull();
	const told = answered.filter((one) => one.kind === "grammar");
	expect(told).toEqual([
		{ kind: "grammar", state: "loading" },
		{ kind: "grammar", state: "missing" },
	]);
});

test("a grammar checker that is away is asked again when the studio answers, about every text", async () => {
	client.follow({ id: "s", document: story(paragraph("a", "the keeper was here and there")) }, []);
	await settled();
	checker.failed = "away";
	checker.asked[0]?.answer(null);
	await until(({ grammar }) => grammar === "away");
	client.retry();
	await expect.poll(() => checker.asked).toHaveLength(2);
	checker.asked[1]?.answer([]);
	await until(({ grammar }) => grammar === "ready");
});

test("a grammar checker that stays away is not asked for ever, but again when the studio answers", async () => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	try {
		const turn = () => new Promise<void>((run) => setImmediate(run));
		const asked = async (times: number) => {
			while (checker.asked.length < times) await turn();
			checker.failed = "away";
			checker.asked.at(-1)?.answer(null);
			// Its answer, and what is told of it.
			for (let turns = 0; turns < 20; turns += 1) await turn();
		};
		client.follow({ id: "s", document: story(paragraph("a", "the keeper was here and there")) }, []);
		await asked(1);
		for (let tries = 1; tries <= 8; tries += 1) {
			expect(client.state().grammar).toBe("away");
			vi.advanceTimersByTime(60_000);
			await asked(tries + 1);
		}
		expect(client.state().grammar).toBe("unloaded");
		expect(vi.getTimerCount()).toBe(0);
		client.retry();
		await asked(10);
		expect(client.state().grammar).toBe("away");
	} finally {
		vi.useRealTimers();
	}
});

test("a coach that stayed away comes back with the studio", async () => {
	client.follow({ id: "s", document: story(paragraph("p", "very")) }, []);
	await settled();
	die();
	die();
	expect(client.state().trouble).toBe("stopped");
	client.retry();
	expect(client.state().trouble).toBeNull();
	expect(quotes(await settled())).toEqual(["p:0:very"]);
});

test("that spelling is still being loaded is told with the first English text, and until it answers", async () => {
	client.follow({ id: "s", document: story(paragraph("a", "的")) }, []);
	expect((await settled()).grammar).toBeNull();
	client.follow({ id: "s", document: story(paragraph("a", "the keeper was here and there")) }, []);
	expect((await settled()).grammar).toBe("loading");
	checker.asked[0]?.answer([]);
	await until(({ grammar }) => grammar === "ready");
	client.stop();
	expect(client.state().grammar).toBeNull();
});

test("of much text it is told how far the grammar checker is, and of little nothing", async () => {
	const long = PROSE.repeat(60);
	const paragraphs = ["a", "b", "c", "d"].map((id) => paragraph(id, `${long}${id}`));
	client.follow({ id: "s", document: story(...paragraphs) }, []);
	await settled();
	expect(client.state().checked).toBe(0);
	const texts = [...checker.asked];
	for (const [at, percent] of [25, 50, 75].entries()) {
		texts[at]?.answer([]);
		await until(({ checked }) => checked === percent);
	}
	texts[3]?.answer(null);
	await until(({ checked }) => checked === null);
	client.follow({ id: "s", document: story(...paragraphs, paragraph("e", PROSE)) }, []);
	await settled();
	expect(client.state().checked).toBeNull();
});

test("a stopped coach begins anew with the whole story", async () => {
	const document = story(paragraph("p", "very"));
	client.follow({ id: "s", document }, []);
	await settled();
	client.stop();
	client.follow({ id: "s", document }, []);
	expect(started).toBe(2);
	expect(quotes(await until(() => client.settled && started === 2))).toEqual(["p:0:very"]);
});

test("other titles are judged beside the text as it stands, and nobody waits for a worker that is gone", async () => {
	const ways: Block = {
		id: "l",
		type: "list",
		ordered: false,
		items: ["sleep", "sit", "swim"].map((text) => ({ spans: [{ text }], depth: 0 })),
	};
	client.follow({ id: "s", document: story(paragraph("p", PROSE.repeat(10)), ways) }, []);
	await settled();
	const judged = await client.judgeTitles(["3 Ways to Rest", "6 Ways to Rest"]);
	const numbers = judged?.map((tips) => tips.filter(({ ruleId }) => /number/.test(ruleId)));
	expect(numbers).toMatchObject([
		[{ ruleId: "headline.number-kept" }],
		[{ ruleId: "headline.promised-number", severity: "warning", values: { promised: 6, found: 3 } }],
	]);
	const unanswered = client.judgeTitles(["3 Ways to Rest"]);
	client.stop();
	expect(await unanswered).toBeNull();
	expect(await client.judgeTitles(["3 Ways to Rest"])).toBeNull();
});
