import type { Page } from "@playwright/test";
import { type BenchCase, figure, ratio } from "../bench.ts";
import { longStory, openBenchWindow } from "../window.ts";
import { holdsMark, isTask, type TraceEvent, taskTime } from "./trace.ts";

const WORDS = 20_000;
const SAMPLES = 25;
const WARM_UP = 3;
/** The save is over, and so are counts and lists, before the next key. The coach is hidden: it has a bench of its own. */
const BETWEEN_KEYS_MS = 1200;
/** The whole main thread is looked at in this span after a key: the key's own work is over, counts have not begun. */
const FROM_MS = 100;
const TO_MS = 390;

/**
 * Marks the three tasks an autosave runs in: the one that starts the call (the timer, the conversion, the JSON, the
 * "Saving…"), the one that takes the answer's head, and the one that takes its body (state, React, the status line).
 */
async function markSaves(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const fetchAsIs = window.fetch;
		const mark = () => void performance.mark("bench-save");
		window.fetch = async (input, init) => {
			const address = input instanceof Request ? input.url : String(input);
			if (!address.includes("stories.save")) return fetchAsIs(input, init);
			mark();
			// As a Blob: Playwright has every other body copied, encoded and sent to itself, on the thread that is measured.
			const body = init?.body;
			const response = await fetchAsIs(input, typeof body === "string" ? { ...init, body: new Blob([body]) } : init);
			mark();
			for (const name of ["json", "text"] as const) {
				const read = response[name].bind(response);
				response[name] = async () => {
					const body = await read();
					mark();
					return body;
				};
			}
			return response;
		};
	});
}

/** Main-thread milliseconds of a trace: per save, and in the span after every key. */
function readTrace(events: readonly TraceEvent[]) {
	const keys = events.filter((event) => event.name === "bench-key" || event.name === "bench-arrow");
	const [first] = keys;
	const onMain = (event: TraceEvent) => event.pid === first?.pid && event.tid === first.tid;
	const tasks = events.filter((event) => onMain(event) && isTask(event));
	const marks = events.filter((event) => onMain(event) && event.name === "bench-save");
	const time = (chosen: readonly TraceEvent[]) => chosen.reduce((sum, task) => sum + taskTime(task), 0);
	const spans = keys.map(({ name, ts }, index) => {
		const until = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
		const saves = marks.filter((mark) => mark.ts >= ts && mark.ts < until);
		const holds = (task: TraceEvent) => holdsMark(task, saves);
		return {
			typed: name === "bench-key",
			marks: saves.length,
			tasks: tasks.filter(holds).length,
			save: time(tasks.filter(holds)),
			all: time(tasks.filter((task) => task.ts >= ts + FROM_MS * 1000 && task.ts < ts + TO_MS * 1000)),
		};
	});
	const warm = spans.slice(2 * WARM_UP);
	return { typed: warm.filter((span) => span.typed), moved: warm.filter((span) => !span.typed) };
}

/**
 * "Per autosave" is the processor time of the whole tasks the save runs in; what the browser spends on drawing the
 * changed status line comes in tasks of its own and is in the second figure, beside the same span without a save.
 */
export async function saveWindowCases(log: (line: string) => void): Promise<BenchCase[]> {
	const studio = await openBenchWindow([longStory("A long story", WORDS)]);
	try {
		const { page, browser } = studio;
		await markSaves(page);
		await page.reload();
		await page.evaluate((hash) => window.location.replace(hash), `#/write/${studio.stories[0]}`);
		const text = page.getByRole("textbox", { name: "Story text" });
		await page.getByRole("button", { name: "Hide the coach" }).click();
		await text.locator("p").nth(100).click();
		await page.waitForTimeout(3000);
		await browser.startTracing(page, {
			// Nothing that is not read: tracing slows what it looks at.
			categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"],
		});
		for (let n = 0; n < SAMPLES + WARM_UP; n += 1) {
			await page.evaluate(() => performance.mark("bench-key"));
			await page.keyboard.type("x");
			await page.waitForTimeout(BETWEEN_KEYS_MS);
			await page.evaluate(() => performance.mark("bench-arrow"));
			await page.keyboard.press("ArrowLeft");
			await page.waitForTimeout(BETWEEN_KEYS_MS);
			if (n % 10 === 0) log(`${n} of ${SAMPLES + WARM_UP}`);
		}
		const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString("utf8"));
		const { typed, moved } = readTrace(trace.traceEvents);
		if (typed.length < SAMPLES || typed.some((span) => span.marks < 3 || span.tasks < 2))
			throw new Error("The trace does not show a save after every key");
		const saves = figure(typed.map((span) => span.save));
		const all = figure(typed.map((span) => span.all));
		const without = figure(moved.map((span) => span.all));
		return [
			{ case: "tasks of one autosave, 20,000 words", unit: "ms", ours: saves, baseline: null, ratio: null },
			{
				case: `whole main thread ${FROM_MS}–${TO_MS} ms after a key that is saved`,
				unit: "ms",
				ours: all,
				baseline: { name: "after a key that changes nothing", ...without },
				ratio: ratio(all, without),
			},
		];
	} finally {
		await studio.close();
	}
}
