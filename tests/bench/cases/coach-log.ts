/** Listens to the coach from outside: what the window sends its worker, what comes back, what is drawn. */
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

export interface CoachLog {
	/** Milliseconds since the page was opened. */
	started: number;
	/** The worker's script. */
	address: string;
	keys: number[];
	posted: number[];
	/** Findings of blocks came back. */
	answered: number[];
	/** The panel changed. */
	shown: number[];
	done: { at: number; workMs: number }[];
}

/** Runs in the page before its own code. Leaves a mark in every task in which the coach does something. */
export function logCoach(mark: string): void {
	const log: CoachLog = { started: 0, address: "", keys: [], posted: [], answered: [], shown: [], done: [] };
	(window as unknown as { coach: CoachLog }).coach = log;
	const note = (times: number[], what: string) => {
		performance.mark(`${mark}-${what}`);
		times.push(performance.now());
	};
	const RealWorker = window.Worker;
	window.Worker = class extends RealWorker {
		readonly #coach: boolean;
		constructor(address: string | URL, options?: WorkerOptions) {
			super(address, options);
			this.#coach = String(address).includes("coach-worker") && log.address === "";
			if (!this.#coach) return;
			log.started = performance.now();
			log.address = String(address);
			this.addEventListener("message", ({ data }) => {
				performance.mark(`${mark}-${data.kind}`);
				if (data.kind === "blocks") log.answered.push(performance.now());
				if (data.kind === "done") log.done.push({ at: performance.now(), workMs: data.workMs });
			});
		}
		override postMessage(message: unknown): void {
			if (this.#coach) note(log.posted, "post");
			super.postMessage(message);
		}
	};
	// The page publishes the story in an idle moment: the status line and whoever else looks at it are drawn then.
	const idle = window.requestIdleCallback.bind(window);
	window.requestIdleCallback = (run, options) =>
		idle((deadline) => {
			performance.mark(`${mark}-idle`);
			run(deadline);
		}, options);
	const set = Highlight.prototype.add;
	Highlight.prototype.add = function add(this: Highlight, range: AbstractRange) {
		performance.mark(`${mark}-draw`);
		return set.call(this, range);
	};
	// Called in the task that changed the page.
	const changed = new MutationObserver((records) => {
		if (records.some(({ target }) => target.parentElement?.closest("aside[data-ready]"))) note(log.shown, "panel");
	});
	document.addEventListener("DOMContentLoaded", () =>
		changed.observe(document.body, { childList: true, subtree: true, characterData: true }),
	);
}

/** MB in memory of the processes that draw pages; `null` where the system does not tell. */
export async function processMemory(page: Page): Promise<number | null> {
	const session = await page.context().browser()?.newBrowserCDPSession();
	const { processInfo } = (await session?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
	await session?.detach();
	const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => `/proc/${id}/status`);
	if (sizes.some((path) => !existsSync(path))) return null;
	const kilobytes = sizes.map((path) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(path, "utf8"))?.[1] ?? 0));
	return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

export interface WorkerMemory {
	/** MB of script heap and buffers of the largest worker, now. */
	largest(): Promise<number>;
}

/** Looks into the page's workers through the developer tools' protocol. */
export async function watchMemory(page: Page): Promise<WorkerMemory> {
	const session = await page.context().newCDPSession(page);
	const attached = new Set<string>();
	const waiting = new Map<number, (value: number) => void>();
	let next = 1;
	session.on("Target.attachedToTarget", ({ sessionId }) => attached.add(sessionId));
	session.on("Target.detachedFromTarget", ({ sessionId }) => attached.delete(sessionId));
	session.on("Target.receivedMessageFromTarget", ({ message }) => {
		const answer: { id?: number; result?: { usedSize?: number; backingStorageSize?: number } } = JSON.parse(message);
		const bytes = (answer.result?.usedSize ?? 0) + (answer.result?.backingStorageSize ?? 0);
		waiting.get(answer.id ?? 0)?.(bytes);
	});
	await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
	return {
		async largest() {
			const sizes = [...attached].map((sessionId) => {
				const id = next;
				next += 1;
				const size = new Promise<number>((resolve) => waiting.set(id, resolve));
				const message = JSON.stringify({ id, method: "Runtime.getHeapUsage" });
				void session.send("Target.sendMessageToTarget", { sessionId, message });
				return Promise.race([size, new Promise<number>((resolve) => setTimeout(() => resolve(0), 3000))]);
			});
			return Math.round(Math.max(0, ...(await Promise.all(sizes))) / 2 ** 20);
		},
	};
}
