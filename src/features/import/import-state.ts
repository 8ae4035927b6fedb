/** The one import of the window: it goes on while its dialog is closed. */
import { useSyncExternalStore } from "react";
import { queryClient, rpc, saidFailure, type WindowError, windowError } from "#app/rpc.ts";
import type { ImportReport } from "#contract/imports.ts";
import type { FileSource, JobProgress } from "#contract/jobs.ts";
import { sourceFileName } from "#contract/source-name.ts";

export type ImportState =
	| { step: "choose" }
	/** Files are on their way to the service. */
	| { step: "handingOver" }
	| { step: "running"; jobId: string; progress: JobProgress; cancelling: boolean }
	| { step: "done"; report: ImportReport; undone: boolean }
	| { step: "cancelled" }
	| { step: "failed"; error: WindowError };

interface Snapshot {
	open: boolean;
	state: ImportState;
	/** Name of what was chosen last; empty before that. */
	file: string;
}

const POLL_MS = 200;

let snapshot: Snapshot = { open: false, state: { step: "choose" }, file: "" };
const listeners = new Set<() => void>();

function set(next: Partial<Snapshot>): void {
	snapshot = { ...snapshot, ...next };
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useImportState(): Snapshot {
	return useSyncExternalStore(subscribe, () => snapshot);
}

/** Shows the dialog; a finished import makes room for the next one. */
export function openImport(): void {
	const { state } = snapshot;
	const busy = state.step === "running" || state.step === "handingOver";
	set({ open: true, ...(busy ? {} : { state: { step: "choose" } }) });
}

/** Shows the dialog as it is, e.g. with the report of an import that ended meanwhile. */
export function reopenImport(): void {
	set({ open: true });
}

/** Closes the dialog; a running import goes on. */
export function closeImport(): void {
	set({ open: false });
}

export function showReport(report: ImportReport, undone: boolean): void {
	set({ open: true, state: { step: "done", report, undone } });
}

export function chooseAgain(): void {
	set({ state: { step: "choose" } });
}

async function follow(jobId: string): Promise<void> {
	for (;;) {
		const status = await rpc.jobs.status.query({ id: jobId });
		const cancelling = snapshot.state.step === "running" && snapshot.state.cancelling;
		if (status.state === "done") {
			set({ state: { step: "done", report: status.result as ImportReport, undone: false } });
			break;
		}
		if (status.state === "cancelled") {
			set({ state: { step: "cancelled" } });
			break;
		}
		if (status.state === "failed") {
			set({ state: { step: "failed", error: status.error ? saidFailure(status.error) : windowError(status.state) } });
			break;
		}
		set({ state: { step: "running", jobId, progress: status.progress, cancelling } });
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	await queryClient.invalidateQueries();
}

/** Runs one import to its end. Failures become the state `failed`. */
export async function runImport(pick: () => Promise<FileSource[]>): Promise<void> {
	const before = snapshot.state;
	if (before.step === "running" || before.step === "handingOver") return;
	try {
		set({ state: { step: "handingOver" } });
		const [source] = await pick();
		if (!source) return set({ state: before });
		set({ file: sourceFileName(source) });
		const { id } = await rpc.imports.start.mutate({ source });
		set({
			state: { step: "running", jobId: id, progress: { done: 0, total: null, item: "" }, cancelling: false },
		});
		await follow(id);
	} catch (error) {
		set({ state: { step: "failed", error: windowError(error) } });
	}
}

/** Resolves when the library is as it was. */
export async function cancelImport(): Promise<void> {
	if (snapshot.state.step !== "running") return;
	set({ state: { ...snapshot.state, cancelling: true } });
	await rpc.jobs.cancel.mutate({ id: snapshot.state.jobId });
}
