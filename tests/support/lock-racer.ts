/** One of several processes that race for a library: opens it on "go" and reports the status. */
import { systemClock } from "#service/clock.ts";
import { openLibrary } from "#service/library.ts";

/** Kept: a handle nobody refers to is collected, and its lock with it. The listener keeps the process alive. */
let handle: Awaited<ReturnType<typeof openLibrary>> | undefined;
process.on("message", async () => {
	handle = await openLibrary(process.argv[2] ?? "", systemClock);
	process.send?.(handle.status());
});
process.send?.("ready");
