/** The coach in the built window: what one keystroke in a long story costs, against reading the whole text again. */
import type { Page } from "@playwright/test";
import type { StoryDocument } from "#domain/story/schema.ts";
import { type Bench, type BenchCase, type Figure, figure, ratio } from "../bench.ts";
import { type BenchWindow, openBenchWindow } from "../window.ts";
import { type CoachLog, logCoach, processMemory, type WorkerMemory, watchMemory } from "./coach-log.ts";
import { type TraceEvent, tasksWith } from "./trace.ts";

const WORDS = 20_000;
const LOADS = 5;
const SAMPLES = 30;
const WARM_UP = 4;
const WHOLE_PASSES = 12;
const GRAMMAR_PASSES = 5;
/** Everything a key sets off is over. */
const BETWEEN_KEYS_MS = 1500;
const MARK = "bench-coach";

const SENTENCES = [
	"The keeper walked down to the shore and counted the boats that had come home before the storm.",
	"In order to read the old log he had to utilize a lamp, which was lit at five in the afternoon.",
	"It was perhaps the coldest winter that anybody on the island could remember.",
	"Nobody came for forty days, and the letters were kept in a tin box under the stairs.",
	"He wrote to his daughter that the sea was really very quiet.",
	"The committee that had been set up to decide about the future of the light, which had been in use since 1887, came to the conclusion that the costs of keeping it were higher than those of an unmanned beacon on the reef.",
	"She answered in spring. She had bought a house. She had painted the door green.",
	"“You could come and live here,” she said, and he just looked at the water.",
	"What does a man do with a lamp that nobody needs?",
	"Most of the boats were sold, the nets were mended for the last time, and the harbour was closed.",
];

/** About so many words, no paragraph like another. */
function story(words: number): StoryDocument {
	const document: StoryDocument = {
		version: 1,
		blocks: [{ id: "title", type: "title", spans: [{ text: "What I learned from a winter with a lamp" }] }],
	};
	let written = 0;
	for (let n = 0; written < words; n += 1) {
		if (n % 12 === 0)
			document.blocks.push({ id: `h${n}`, type: "heading", level: 1, spans: [{ text: `Day ${n} on the island` }] });
		const chosen = Array.from({ length: 4 }, (_, at) => SENTENCES[(n * 3 + at * 7) % SENTENCES.length] ?? "");
		const text = [...chosen, `That was day ${n} of the winter.`].join(" ");
		written += text.split(" ").length;
		document.blocks.push({ id: `p${n}`, type: "paragraph", spans: [{ text }] });
	}
	return document;
}

const openStory = async (page: Page, id: string | undefined) => {
	await page.reload();
	await page.evaluate((hash) => window.location.replace(hash), `#/write/${id}`);
	await page.waitForFunction(() => (window as unknown as { coach: CoachLog }).coach.done.length > 0, undefined, {
		timeout: 120_000,
	});
};
const log = (page: Page) => page.evaluate(() => (window as unknown as { coach: CoachLog }).coach);

/** A worker of its own reads the whole text again and again, as a coach without memory does after every pause. */
async function wholePasses(page: Page, document: StoryDocument): Promise<number[]> {
	return page.evaluate(
		async ({ blocks, passes }) => {
			const { address } = (window as unknown as { coach: CoachLog }).coach;
			const worker = new Worker(address, { type: "module" });
			const works: number[] = [];
			for (let pass = 0; pass < passes; pass += 1) {
				const changed = blocks.map((block) =>
					block.type === "paragraph"
						? { ...block, spans: block.spans.map((span) => ({ ...span, text: `${span.text} ${pass}` })) }
						: block,
				);
				const work = await new Promise<number>((resolve) => {
					worker.onmessage = ({ data }) => data.kind === "done" && resolve(data.workMs);
					const order = changed.map((block) => block.id);
					worker.postMessage({ kind: "change", revision: pass + 1, first: [], order, blocks: changed });
				});
				works.push(work);
			}
			worker.terminate();
			return works;
		},
		{ blocks: document.blocks, passes: WHOLE_PASSES + WARM_UP },
	);
}

/**
 * A grammar checker's worker in a blank page of its own process: MB it adds when it has read the text; milliseconds of
 * its start with the whole text, of one changed paragraph, and of the whole text anew.
 */
async function checkGrammar({ browser, address: home }: BenchWindow, { blocks }: StoryDocument, address: string) {
	const texts = blocks.flatMap((block) =>
		block.type === "paragraph" ? [block.spans.map((one) => one.text).join("")] : [],
	);
	const page = await (await browser.newContext()).newPage();
	await page.goto(home);
	await page.getByRole("textbox", { name: "Story text" }).waitFor();
	await page.waitForTimeout(2 * BETWEEN_KEYS_MS);
	const before = await processMemory(page);
	const times = await page.evaluate(
		async ({ texts, address, changes }) => {
			const worker = new Worker(address, { type: "module" });
			worker.postMessage({ kind: "dialect", dialect: "american" });
			/** Milliseconds until all of them are checked. */
			const check = (some: readonly string[]) =>
				new Promise<number>((resolve, reject) => {
					const started = performance.now();
					let heard = 0;
					worker.onmessage = ({ data }) => {
						if (data.kind === "failed") reject(new Error("The grammar checker does not load"));
						heard += 1;
						if (heard === some.length) resolve(performance.now() - started);
					};
					for (const [n, text] of some.entries()) worker.postMessage({ kind: "lint", key: `${n}`, text, first: false });
				});
			const first = await check(texts);
			const paragraphs: number[] = [];
			const wholes: number[] = [];
			for (let n = 0; n < changes; n += 1) {
				const changed = texts.map((text) => `${text} It was ${n} o’clock.`);
				wholes.push(await check(changed));
				paragraphs.push(await check([`${texts[n] ?? ""} It was ${n + changes} o’clock.`]));
			}
			return { first, paragraphs, wholes };
		},
		{ texts, address, changes: GRAMMAR_PASSES },
	);
	const after = await processMemory(page);
	return { ...times, grownMb: before === null || after === null ? null : after - before };
}

async function typeKeys(page: Page, report: (line: string) => void): Promise<void> {
	// The last letter of a word that is found, there and gone: every key changes what is said of its paragraph.
	await page.keyboard.press("End");
	await page.keyboard.type(" We utiliz");
	await page.waitForTimeout(2 * BETWEEN_KEYS_MS);
	for (let n = 0; n < SAMPLES + WARM_UP; n += 1) {
		await page.evaluate(() => {
			performance.mark("bench-key");
			(window as unknown as { coach: CoachLog }).coach.keys.push(performance.now());
		});
		await (n % 2 === 0 ? page.keyboard.type("e") : page.keyboard.press("Backspace"));
		await page.waitForTimeout(BETWEEN_KEYS_MS);
		if (n % 10 === 0) report(`${n} of ${SAMPLES + WARM_UP} keys`);
	}
}

/** By key: how long the worker, the writer and the page waited. */
function readKeys({ keys, posted, answered, shown, done }: CoachLog) {
	return keys.slice(WARM_UP).map((key, index) => {
		const until = keys[WARM_UP + index + 1] ?? Number.POSITIVE_INFINITY;
		const within = (at: number) => at >= key && at < until;
		const post = posted.find(within);
		const answer = answered.find(within);
		const seen = shown.find((at) => answer !== undefined && at >= answer && within(at));
		const work = done.find((one) => within(one.at));
		if (post === undefined || answer === undefined || seen === undefined || !work)
			throw new Error("A key was not answered");
		return { waited: answer - post, answered: answer - key, seen: seen - key, work: work.workMs };
	});
}

export const coachBench: Bench = {
	name: "coach",
	summary: "the coach after one key in a story of 20,000 words, against reading all of it again",
	async run(report): Promise<BenchCase[]> {
		const document = story(WORDS);
		const studio = await openBenchWindow([document]);
		try {
			const { page, browser } = studio;
			let grammarAddress = "";
			page.context().on("request", (request) => {
				if (request.url().includes("grammar-worker")) grammarAddress = request.url();
			});
			await page.addInitScript(logCoach, MARK);
			const memory: WorkerMemory = await watchMemory(page);
			const firstPasses: number[] = [];
			for (let n = 0; n < LOADS; n += 1) {
				await openStory(page, studio.stories[0]);
				const { started, done } = await log(page);
				firstPasses.push((done[0]?.at ?? Number.NaN) - started);
				report(`first pass ${n + 1} of ${LOADS}: ${Math.round(firstPasses.at(-1) ?? 0)} ms`);
			}
			await page.getByRole("textbox", { name: "Story text" }).locator("p").nth(120).click();
			await page.waitForTimeout(2 * BETWEEN_KEYS_MS);
			await browser.startTracing(page, {
				// Nothing that is not read: tracing slows what it looks at.
				categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"],
			});
			await typeKeys(page, report);
			const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString("utf8"));
			const keys = readKeys(await log(page));
			const tasks = tasksWith(trace.traceEvents, "bench-key", MARK).slice(WARM_UP);
			for (const [marks, some] of Map.groupBy(tasks.flat(), (task) => task.marks.join(" "))) {
				const { median, p95 } = figure(some.map((task) => task.ms));
				report(`${some.length} tasks of ${median} / ${p95} ms: ${marks}`);
			}
			const memoryMb = await memory.largest();
			const whole = figure((await wholePasses(page, document)).slice(WARM_UP));
			await page.close();
			const grammar = await checkGrammar(studio, document, grammarAddress);
			const work = figure(keys.map((one) => one.work));
			const [checked, checkedWhole] = [figure(grammar.paragraphs), figure(grammar.wholes)];
			const both = (one: Figure, other: Figure): Figure => ({
				median: Number((one.median + other.median).toPrecision(3)),
				p95: Number((one.p95 + other.p95).toPrecision(3)),
			});
			const [all, allWhole] = [both(work, checked), both(whole, checkedWhole)];
			const alone = { baseline: null, ratio: null };
			return [
				{
					case: "key's paragraph answered, from its being sent to the worker",
					unit: "ms",
					ours: figure(keys.map((one) => one.waited)),
					...alone,
				},
				{
					case: "key's paragraph answered, from the key",
					unit: "ms",
					ours: figure(keys.map((one) => one.answered)),
					...alone,
				},
				{
					case: "key's paragraph on screen, from the key",
					unit: "ms",
					ours: figure(keys.map((one) => one.seen)),
					...alone,
				},
				{
					case: "longest main-thread task of the coach after a key",
					unit: "ms",
					ours: figure(tasks.map((one) => Math.max(...one.map((task) => task.ms)))),
					...alone,
				},
				{
					case: "worst of these tasks over all keys",
					unit: "ms",
					ours: figure([Math.max(...tasks.flat().map((task) => task.ms))]),
					...alone,
				},
				{
					case: "worker's work after a key, without grammar",
					unit: "ms",
					ours: work,
					baseline: { name: "the whole text after each key", ...whole },
					ratio: ratio(work, whole),
					memoryMb,
				},
				{ case: "first full pass, worker's start included", unit: "ms", ours: figure(firstPasses), ...alone },
				{
					case: "grammar checker's work after a key",
					unit: "ms",
					ours: checked,
					baseline: { name: "the whole text after each key", ...checkedWhole },
					ratio: ratio(checked, checkedWhole),
				},
				{
					case: "all work after a key",
					unit: "ms",
					ours: all,
					baseline: { name: "the whole text after each key", ...allWhole },
					ratio: ratio(all, allWhole),
				},
				{
					case: "grammar checker's worker: its start and the whole text",
					unit: "s",
					ours: figure([grammar.first / 1000]),
					...alone,
					...(grammar.grownMb === null ? {} : { memoryMb: Math.round(grammar.grownMb) }),
				},
			];
		} finally {
			await studio.close();
		}
	},
};
