import { useCallback, useEffect, useRef, useState } from "react";
import type { JobStatus } from "#contract/jobs.ts";
import { rpc, saidFailure, type WindowError, windowError } from "../rpc.ts";

const POLL_MS = 250;

interface JobHandle {
	/** `null` before the first start. */
	status: JobStatus | null;
	/** Why it failed, or could not be started or asked about. */
	error: WindowError | null;
	isRunning: boolean;
	start: (begin: () => Promise<string>) => Promise<void>;
	/** Resolves when the library is as it was before the job. */
	cancel: () => Promise<void>;
}

/** Starts one long work at a time and follows it until it ends; `onDone` is called once when it has succeeded. */
export function useJob(onDone: () => void): JobHandle {
	const [status, setStatus] = useState<JobStatus | null>(null);
	const [error, setError] = useState<WindowError | null>(null);
	const id = status?.state === "running" ? status.id : null;
	const finished = status?.state === "done" ? status.id : null;

	useEffect(() => {
		if (id === null) return;
		const timer = setInterval(async () => {
			try {
				setStatus(await rpc.jobs.status.query({ id }));
			} catch (thrown) {
				setError(windowError(thrown));
				setStatus(null);
			}
		}, POLL_MS);
		return () => clearInterval(timer);
	}, [id]);

	const latest = useRef(onDone);
	useEffect(() => {
		latest.current = onDone;
	});
	useEffect(() => {
		if (finished !== null) latest.current();
	}, [finished]);

	const start = useCallback(async (begin: () => Promise<string>) => {
		setError(null);
		try {
			setStatus(await rpc.jobs.status.query({ id: await begin() }));
		} catch (thrown) {
			setError(windowError(thrown));
		}
	}, []);
	const cancel = useCallback(async () => {
		if (id !== null) setStatus(await rpc.jobs.cancel.mutate({ id }));
	}, [id]);
	const failed = status?.error ? saidFailure(status.error) : null;
	return { status, error: error ?? failed, isRunning: id !== null, start, cancel };
}
