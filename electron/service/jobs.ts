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
	/** Ends with the work that has the library to itself; `null` where there is none. */
	#alone: Promise<void> | null = null;

	/** @throws {StudioError} CONFLICT while the library is being replaced */
	start(kind: string, work: (context: JobContext) => Promise<unknown>): string {
		this.assertShared();
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

	/**
	 * Runs what puts another library in the place of this one. No job starts meanwhile; whether one runs already, `work` looks itself.
	 * @throws {StudioError} CONFLICT where another such work is not over, or what `work` throws
	 */
	async alone<T>(work: () => Promise<T>): Promise<T> {
		this.assertShared();
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#alone = promise;
		try {
			return await work();
		} finally {
			this.#alone = null;
			resolve();
		}
	}

	/** @throws {StudioError} CONFLICT while the library is being replaced */
	assertShared(): void {
		if (this.#alone)
			throw new StudioError("CONFLICT", "The library is just being replaced. Try again when that is done");
	}

	/** Resolves when the library is not being replaced, or not any more. */
	async whenShared(): Promise<void> {
		await this.#alone;
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
