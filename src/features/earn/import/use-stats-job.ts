import { useCallback, useEffect, useRef, useState } from "react";
import type { WindowError } from "#app/rpc.ts";
import { rpc, saidFailure, windowError } from "#app/rpc.ts";
import type { JobProgress } from "#contract/jobs.ts";

const POLL_MS = 60;

export type JobOutcome<Result> = { result: Result } | { error: WindowError } | { cancelled: true };

/** Follows one job at a time: its progress, its end, and a way to stop it. Leaving the screen stops it too. */
export function useStatsJob() {
	const [progress, setProgress] = useState<JobProgress | null>(null);
	const running = useRef<string | null>(null);

	const cancel = useCallback(async () => {
		const id = running.current;
		if (id !== null) await rpc.jobs.cancel.mutate({ id }).catch(() => {});
	}, []);

	useEffect(() => () => void cancel(), [cancel]);

	const run = useCallback(async <Result>(start: () => Promise<{ jobId: string }>): Promise<JobOutcome<Result>> => {
		setProgress({ done: 0, total: null, item: "" });
		try {
			const { jobId } = await start();
			running.current = jobId;
			for (;;) {
				const status = await rpc.jobs.status.query({ id: jobId });
				if (status.state === "done") return { result: status.result as Result };
				if (status.state === "cancelled") return { cancelled: true };
				if (status.error) return { error: saidFailure(status.error) };
				setProgress(status.progress);
				await new Promise((resolve) => setTimeout(resolve, POLL_MS));
			}
		} catch (thrown) {
			return { error: windowError(thrown) };
		} finally {
			running.current = null;
			setProgress(null);
		}
	}, []);

	return { progress, run, cancel };
}
