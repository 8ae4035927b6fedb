/** One of several processes that take a library's lock again and again and let go of it. Reports how often it held it alone, and not alone. */
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockLibrary } from "#service/lifecycle/lock.ts";

const [directory = "", times = ""] = process.argv.slice(2);
const marker = join(directory, "held");
const tally = { alone: 0, together: 0 };
for (let n = 0; n < Number(times); n += 1) {
	const lock = lockLibrary(directory, new Date());
	if ("heldBy" in lock) continue;
	try {
		closeSync(openSync(marker, "wx"));
		tally.alone += 1;
		rmSync(marker);
	} catch {
		tally.together += 1;
	}
	lock.release("closed");
}
process.send?.(tally);
