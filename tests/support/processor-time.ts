/** Milliseconds of this thread's processor that the work takes: what others do on the machine does not count. */
export function processorMs(run: () => unknown): number {
	const before = process.threadCpuUsage();
	run();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}
