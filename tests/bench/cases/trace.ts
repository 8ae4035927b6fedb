/** Reading Chromium's traces: which main-thread tasks did something we marked, and how long they took. */

export interface TraceEvent {
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

/** The outermost of the nested task events: it alone holds the microtasks that follow a task. */
export const isTask = (event: TraceEvent): boolean => event.ph === "X" && event.name === "RunTask";

/** Milliseconds of the processor that a task took. */
export const taskTime = (task: TraceEvent): number => (task.tdur ?? task.dur ?? 0) / 1000;

export const holdsMark = (task: TraceEvent, marks: readonly TraceEvent[]): boolean =>
	marks.some(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0));

export interface MarkedTask {
	/** Of the processor. */
	ms: number;
	/** Names of the marks left in it. */
	marks: string[];
}

/** By each `key` mark: the main-thread tasks after it in which marks that begin with `mark` were left. */
export function tasksWith(events: readonly TraceEvent[], key: string, mark: string): MarkedTask[][] {
	const keys = events.filter((event) => event.name === key);
	const [first] = keys;
	const onMain = events.filter((event) => event.pid === first?.pid && event.tid === first?.tid);
	const tasks = onMain.filter(isTask);
	const marks = onMain.filter((event) => event.name.startsWith(mark));
	return keys.map(({ ts }, index) => {
		const until = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
		const own = marks.filter((one) => one.ts >= ts && one.ts < until);
		return tasks
			.map((task) => ({ task, held: own.filter((one) => holdsMark(task, [one])) }))
			.filter(({ held }) => held.length > 0)
			.map(({ task, held }) => ({ ms: taskTime(task), marks: [...new Set(held.map((one) => one.name))].sort() }));
	});
}
