import { randomUUID } from "node:crypto";
import type { JobProgress, JobStatus } from "#contract/jobs.ts";
import { StudioError, toStudioError } from "./errors.ts";
import { turn } from "./turn.ts";

export interface JobContext {
	readonly signal: AbortSignal;
	progress(progress: JobProgress): void;
	/** Throws CANCELLED when the writer cancelled, else gives the event loop a turn. Call it between slices of at most 16 ms. */
	breathe(): Promise<void>;
	/** Tidying up that goes on after the result is known. Closing the registry waits for it. */
	afterwards(work: Promise<unknown>): void;
}

interface Job {
	status: JobStatus;
	abort: AbortController;
	finished: Promise<void>;
}

/** Finished jobs kept for a window that asks late. */
const KEPT_JOBS = 50;

/** Runs long work off the request that started it. One registry a studio. */
export class JobRegistry {
	readonly #jobs = new Map<string, Job>();
	readonly #afterwards = new Set<Promise<unknown>>();

	start(kind: string, work: (context: JobContext) => Promise<unknown>): string {
		const id = randomUUID();
		const abort = new AbortController();
		const status: JobStatus = {
			id,
			kind,
			state: "running",
			progress: { done: 0, total: null, item: "" },
			result: null,
			error: null,
		};
		const context: JobContext = {
			signal: abort.signal,
			progress: (progress) => {
				status.progress = progress;
			},
			breathe: async () => {
				await turn();
				if (abort.signal.aborted) throw new StudioError("CANCELLED", "Cancelled");
			},
			afterwards: (tidying) => {
				const settled: Promise<unknown> = tidying.catch(() => {}).finally(() => this.#afterwards.delete(settled));
				this.#afterwards.add(settled);
			},
		};
		const finished = work(context).then(
			(result) => {
				status.result = result;
				status.state = "done";
			},
			(thrown: unknown) => {
				const error = toStudioError(thrown);
				status.state = error.code === "CANCELLED" ? "cancelled" : "failed";
				status.error = error.code === "CANCELLED" ? null : error.failure;
			},
		);
		this.#jobs.set(id, { status, abort, finished });
		this.#forgetOld();
		return id;
	}

	/** @throws {StudioError} NOT_FOUND */
	status(id: string): JobStatus {
		return this.#get(id).status;
	}

	/** Asks a job to stop; resolves when it has. Cancelling a finished job does nothing. */
	async cancel(id: string): Promise<JobStatus> {
		const job = this.#get(id);
		job.abort.abort();
		await job.finished;
		return job.status;
	}

	/** Resolves with the final status. */
	async wait(id: string): Promise<JobStatus> {
		const job = this.#get(id);
		await job.finished;
		return job.status;
	}

	running(): JobStatus[] {
		return [...this.#jobs.values()].map((job) => job.status).filter((status) => status.state === "running");
	}

	/** Cancels everything and waits for it. */
	async close(): Promise<void> {
		await Promise.all(this.running().map((status) => this.cancel(status.id)));
		await Promise.all(this.#afterwards);
	}

	#get(id: string): Job {
		const job = this.#jobs.get(id);
		if (!job) throw new StudioError("NOT_FOUND", "There is no such job");
		return job;
	}

	#forgetOld(): void {
		for (const [id, job] of this.#jobs) {
			if (this.#jobs.size <= KEPT_JOBS) return;
			if (job.status.state !== "running") this.#jobs.delete(id);
		}
	}
}
