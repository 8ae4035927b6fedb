import { accessSync, constants, statfsSync } from "node:fs";

const MEMORY_DISK = "/dev/shm";
const ROOM_BYTES = 2 ** 31;

/**
 * Lets what the runner calling this starts keep its temporary files in memory, where there is a disk for that with
 * room: every test's library is written to the disk many times, each time as if the power could go.
 */
export function keepFilesInMemory(): void {
	if (process.platform !== "linux" || process.env["TMPDIR"] !== undefined) return;
	try {
		accessSync(MEMORY_DISK, constants.W_OK);
		const { bavail, bsize } = statfsSync(MEMORY_DISK);
		if (bavail * bsize >= ROOM_BYTES) process.env["TMPDIR"] = MEMORY_DISK;
	} catch {
		// The usual folder does as well, only slower.
	}
}
