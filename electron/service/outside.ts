import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { StudioError } from "./errors.ts";

/** A path without links, as far as it exists. */
function real(path: string): string {
	if (existsSync(path)) return realpathSync.native(path);
	const parent = dirname(path);
	return parent === path ? path : join(real(parent), basename(path));
}

/**
 * Nothing is exported or backed up into the library's own folder: it could replace the library itself.
 * @throws {StudioError} INVALID_INPUT
 */
export function assertOutside(libraryDirectory: string, path: string): void {
	const way = relative(real(libraryDirectory), real(path));
	if (way !== ".." && !way.startsWith(`..${sep}`) && way !== real(path))
		throw new StudioError("INVALID_INPUT", "This place is inside the library’s folder; choose one outside it", {
			file: path,
		});
}
