const LOOK_EVERY_MS = 500;

/**
 * Ends this process as a signal would once the shell between npm and it has ended: a signal to npm reaches that shell and
 * goes no further. Without npm nothing is watched, and Windows gives an orphan no other parent.
 */
export function endWithNpm(): void {
	if (process.env["npm_lifecycle_event"] === undefined) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, "SIGTERM");
	}, LOOK_EVERY_MS).unref();
}
