/** Keeps the engine's thread of the library at hand, for as long as what it read is what the library holds. */
import type { Settings } from "#contract/settings.ts";
import type { EntryState } from "#domain/planning/entry.ts";
import { addDays, type PlainDate } from "#domain/planning/plain-date.ts";
import type { PayoutAssumptions } from "#domain/revenue/cash.ts";
import { PROGRAM_RULES } from "#domain/revenue/rules.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import { message } from "#domain/words/message.ts";
import { errorCode, StudioError } from "../errors.ts";
import type { Library } from "../library.ts";
import { type OpenTask, openTask, runTask } from "../threads/thread.ts";
import type { RevenueQuestion, RevenueReplies, RevenueTaskInput } from "./task.ts";

/** A thread that nobody asks ends after this long. */
const IDLE_MS = 60_000;
/** Ten thousand stories with years of months need more than a thread usually has. */
const MEMORY_MB = 1024;
/** What counts as coming out on its day. A date alone is a wish: without a text it is one of the pace's stories at most. */
const COUNTED: ReadonlySet<EntryState> = new Set(["outline", "draft", "ready"]);
/** Days ahead in which planned stories count. */
const PLAN_DAYS = 400;

interface Sitting {
	key: string;
	task: Promise<OpenTask<"revenue">>;
	abort: AbortController;
	/** Questions are answered one after the other. */
	last: Promise<unknown>;
	/** Questions that still want an answer. */
	open: number;
	idle: NodeJS.Timeout;
}

/** Changes with every write to the library, from here or elsewhere. */
function revisionOf({ database }: Library): string {
	const changes = database.prepare("SELECT total_changes()").pluck().get();
	return `${String(changes)} ${String(database.pragma("data_version", { simple: true }))}`;
}

/** When the question is asked: now, or at an earlier time with what had been imported by then. */
export interface Asking {
	today: PlainDate;
	/** ISO 8601; `null` is now. */
	importedBy: string | null;
	/** Currency that counts; `null` is the one that is set. */
	currency: string | null;
}

function inputOf(library: Library, { today, importedBy, currency }: Asking, settings: Settings): RevenueTaskInput {
	// What was planned at an earlier time is not kept.
	const ahead = importedBy === null ? library.plan.schedule.range(today, addDays(today, PLAN_DAYS), today) : [];
	const { ruleDays, storiesAMonth, countedCurrency } = settings;
	return {
		directory: library.directory,
		today,
		importedBy,
		epochs: ruleDays.map((day) => ({
			day: dayNumber(day),
			text: PROGRAM_RULES.timeline.find(({ since }) => since === day)?.text ?? "",
		})),
		planned: ahead.flatMap(({ date, state, topic, storyId }) =>
			date === null || !COUNTED.has(state) ? [] : [{ date, topic, readyId: state === "ready" ? storyId : null }],
		),
		cadence: storiesAMonth,
		counted: currency ?? countedCurrency,
	};
}

const payoutsOf = (settings: Settings): PayoutAssumptions => {
	const { leastPayout, otherLeastPayouts, payoutDay, taxWithheld } = settings;
	return { leastPayout, otherLeastPayouts, payoutDay, taxWithheld };
};

/** Told when the thread's memory did not suffice. @throws {StudioError} CANCELLED */
async function tooMuch({ directory }: Library, signal: AbortSignal): Promise<StudioError> {
	const { figures, stories } = await runTask("ledgerSize", { directory }, { signal });
	return new StudioError(
		"OUT_OF_MEMORY",
		message("{{figures}} figures of {{count}} stories are more than fit into memory at once", {
			figures,
			count: stories,
			defaultValue_one: "{{figures}} figures of {{count}} story are more than fit into memory at once",
		}),
		{ advice: message("Undo imports of figures by the day; what a table states by the month takes far less.") },
	);
}

export class RevenueDesk {
	readonly #memoryMb: number;
	readonly #idleMs: number;
	#sitting: Sitting | null = null;
	/** Those of a moment ago that still owe an answer. */
	readonly #leaving = new Set<Sitting>();
	readonly #closing = new AbortController();
	/** Of what was too much for a thread's memory. */
	readonly #counts = new Set<Promise<unknown>>();

	/**
	 * @param memoryMb what a thread may take for JavaScript
	 * @param idleMs how long a thread that nobody asks is kept
	 */
	constructor(memoryMb = MEMORY_MB, idleMs = IDLE_MS) {
		this.#memoryMb = memoryMb;
		this.#idleMs = idleMs;
	}

	/** @throws {StudioError} CANCELLED when the desk is closed, OUT_OF_MEMORY with how much it was */
	async ask<Ask extends keyof RevenueReplies>(
		library: Library,
		asking: Asking,
		settings: Settings,
		question: Extract<RevenueQuestion, { ask: Ask }>,
	): Promise<RevenueReplies[Ask]> {
		const input = inputOf(library, asking, settings);
		const sitting = this.#sittingFor(`${revisionOf(library)} ${JSON.stringify(input)}`, input);
		const before = sitting.last.catch(() => {});
		const answer = before.then(async () => (await sitting.task).ask({ ...question, payouts: payoutsOf(settings) }));
		sitting.last = answer;
		sitting.open += 1;
		try {
			return (await answer) as RevenueReplies[Ask];
		} catch (error) {
			if (errorCode(error) !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
			// The thread is gone: the next question starts another.
			await this.#leave(sitting);
			const told = tooMuch(library, this.#closing.signal);
			this.#counts.add(told);
			throw await told.finally(() => this.#counts.delete(told));
		} finally {
			sitting.open -= 1;
			if (this.#sitting === sitting) sitting.idle.refresh();
		}
	}

	#sittingFor(key: string, input: RevenueTaskInput): Sitting {
		if (this.#sitting?.key === key) return this.#sitting;
		if (this.#sitting) void this.#retire(this.#sitting);
		const abort = new AbortController();
		const task = openTask("revenue", input, { signal: abort.signal, memoryMb: this.#memoryMb });
		const sitting: Sitting = {
			key,
			task,
			abort,
			last: task,
			open: 0,
			idle: setTimeout(() => {
				// An answer may take longer than that; the time counts from there.
				if (sitting.open === 0) void this.#leave(sitting);
			}, this.#idleMs).unref(),
		};
		// A thread that failed is not asked again.
		task.catch(() => void this.#leave(sitting));
		this.#sitting = sitting;
		return sitting;
	}

	/** Ends a sitting that answers for figures of a moment ago, when what it was asked is answered. */
	async #retire(sitting: Sitting): Promise<void> {
		this.#leaving.add(sitting);
		await sitting.last.catch(() => {});
		await this.#leave(sitting);
	}

	async #leave(sitting: Sitting): Promise<void> {
		if (this.#sitting === sitting) this.#sitting = null;
		this.#leaving.delete(sitting);
		clearTimeout(sitting.idle);
		sitting.abort.abort();
		await sitting.task.then(
			(task) => task.end(),
			() => {},
		);
	}

	/** Cancels what is being asked, for good. Resolves when the threads are gone. */
	async close(): Promise<void> {
		this.#closing.abort();
		const all = [...this.#leaving, ...(this.#sitting ? [this.#sitting] : [])];
		await Promise.allSettled([...all.map((sitting) => this.#leave(sitting)), ...this.#counts]);
	}
}
