import type { FileSource } from "./jobs.ts";

/** What a file or folder to read is called, without the folders it lies in. */
export function sourceFileName(source: FileSource): string {
	if (source.type === "upload") return source.name;
	return (
		source.path
			.split(/[\\/]/)
			.filter((part) => part !== "")
			.at(-1) ?? source.path
	);
}
