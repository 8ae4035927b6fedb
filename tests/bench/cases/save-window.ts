import { type Bench, figure } from "../bench.ts";
import { longStory, openBenchWindow } from "../window.ts";

const WORDS = 20_000;
const SAMPLES = 25;
/** After a key the autosave runs alone in this span: the key's own work is over, counts and coach have not begun. */
const FROM_MS = 100;
const TO_MS = 390;

interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** Microseconds. */
	ts: number;
	dur?: number;
	/** Microseconds of the processor, where the system tells. */
	tdur?: number;
}

export const saveWindowBench: Bench = {
	name: "save-window",
	summary: "main-thread time in the window per autosave of a 20,000-word story",
	async run(log) {
		const studio = await openBenchWindow([longStory("A long story", WORDS)]);
		try {
			const { page, browser } = studio;
			await page.evaluate((hash) => window.location.replace(hash), `#/write/${studio.stories[0]}`);
			const text = page.getByRole("textbox", { name: "Story text" });
			await text.locator("p").nth(100).click();
			await page.waitForTimeout(3000);
			await browser.startTracing(page, {
				categories: ["toplevel", "blink.user_timing", "disabled-by-default-devtools.timeline", "devtools.timeline"],
			});
			for (let n = 0; n < SAMPLES + 3; n += 1) {
				await page.evaluate(() => performance.mark("bench-key"));
				await page.keyboard.type("x");
				await page.waitForTimeout(1200);
				if (n % 10 === 0) log(`${n} of ${SAMPLES + 3}`);
			}
			const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString("utf8"));
			const keys = trace.traceEvents.filter((event) => event.name === "bench-key");
			const [first] = keys;
			const tasks = trace.traceEvents.filter(
				(event) =>
					event.pid === first?.pid && event.tid === first.tid && event.ph === "X" && /RunTask$/.test(event.name),
			);
			const samples = keys.slice(3).map(({ ts }) => {
				const inside = tasks.filter((task) => task.ts >= ts + FROM_MS * 1000 && task.ts < ts + TO_MS * 1000);
				return inside.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000;
			});
			if (tasks.length === 0 || samples.length < SAMPLES) throw new Error("The trace shows no work of the window");
			return [
				{
					case: "main-thread time per autosave, 20,000 words",
					unit: "ms",
					ours: figure(samples),
					baseline: null,
					ratio: null,
				},
			];
		} finally {
			await studio.close();
		}
	},
};
