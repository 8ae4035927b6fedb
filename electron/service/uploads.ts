import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { FileSource } from "#contract/jobs.ts";
import { message } from "#domain/words/message.ts";
import { StudioError } from "./errors.ts";
import { nodeReadable } from "./web-stream.ts";

/** Bytes one upload, with all its files, may have. A Medium archive of 20 years stays well below. */
const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;
const MAX_FILES = 50_000;
const MAX_DEPTH = 16;
const MAX_NAME_BYTES = 255;

const tokenSchema = z.uuid();

/** Control characters and backslashes; on Windows also what has a meaning in file names there. */
const FORBIDDEN_IN_NAMES =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
	process.platform === "win32" ? /[\u0000-\u001f\u007f\\:*?"<>|]/ : /[\u0000-\u001f\u007f\\]/;

/**
 * A relative name with forward slashes as safe segments.
 * @throws {StudioError} INVALID_INPUT for anything that could point elsewhere: `..`, absolute names, backslashes, NUL.
 */
export function safeSegments(name: string): string[] {
	const segments = name.split("/");
	const bad = segments.find(
		(segment) =>
			segment === "" ||
			segment === "." ||
			segment === ".." ||
			FORBIDDEN_IN_NAMES.test(segment) ||
			Buffer.byteLength(segment) > MAX_NAME_BYTES,
	);
	if (bad !== undefined || segments.length > MAX_DEPTH)
		throw new StudioError("INVALID_INPUT", "The file's name cannot be used", { file: name.slice(0, MAX_NAME_BYTES) });
	return segments;
}

/** Longer than any import reads, or a writer looks at what a file holds. */
const FORGOTTEN_AFTER_MS = 3 * 3_600_000;

interface Upload {
	/** Ends it when nobody sends or asks for a part of it any more, as after its window was closed. */
	end: NodeJS.Timeout;
	bytes: number;
	files: number;
}

/**
 * Files the window handed over, in `<library>/incoming/<token>/<name>`. A folder is several files of one upload whose
 * names start with the folder's. They live until `discard`, until nobody has asked for them for hours, or until the service closes.
 */
export class Uploads {
	readonly #directory: string;
	readonly #uploads = new Map<string, Upload>();
	readonly #forgottenAfterMs: number;

	/** @param forgottenAfterMs how long an upload that nobody asks for is kept */
	constructor(libraryDirectory: string, forgottenAfterMs = FORGOTTEN_AFTER_MS) {
		this.#forgottenAfterMs = forgottenAfterMs;
		this.#directory = join(libraryDirectory, "incoming");
	}

	/** Removes everything, e.g. what a killed process left. */
	async clean(): Promise<void> {
		for (const token of [...this.#uploads.keys()]) this.#forget(token);
		await rm(this.#directory, { recursive: true, force: true });
	}

	/**
	 * Streams one file in.
	 * @param token the upload, a UUID of the sender's choice
	 * @param name relative name with forward slashes
	 * @returns bytes written
	 * @throws {StudioError} INVALID_INPUT for a bad token or name, a name given twice, or too much; DISK_FULL, WRITE_FAILED
	 */
	async receive(token: string, name: string, body: ReadableStream | null): Promise<number> {
		if (!tokenSchema.safeParse(token).success)
			throw new StudioError("INVALID_INPUT", "The upload's token is not a UUID");
		const segments = safeSegments(name);
		const upload = this.#begun(token);
		upload.files += 1;
		if (upload.files > MAX_FILES)
			throw new StudioError(
				"INVALID_INPUT",
				message("More than {{number}} files in one upload", { number: MAX_FILES }),
				{ file: name },
			);
		const path = join(this.#directory, token, ...segments);
		await mkdir(dirname(path), { recursive: true });
		let bytes = 0;
		const counter = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				upload.end.refresh();
				bytes += chunk.length;
				upload.bytes += chunk.length;
				if (upload.bytes > MAX_UPLOAD_BYTES)
					done(new StudioError("INVALID_INPUT", "The upload is over 2 GB", { file: name }));
				else done(null, chunk);
			},
		});
		const file = createWriteStream(path, { flags: "wx" });
		try {
			await pipeline(nodeReadable(body), counter, file);
		} catch (error) {
			if (error instanceof Error && "code" in error && error.code === "EEXIST")
				throw new StudioError("INVALID_INPUT", "Two files of the upload have one name", { file: name });
			await rm(path, { force: true });
			throw error;
		}
		return bytes;
	}

	/**
	 * Path of what a source names: a file, or a folder for an unpacked archive.
	 * @throws {StudioError} NOT_FOUND when there is nothing, INVALID_INPUT for a name that points elsewhere
	 */
	async resolve(source: FileSource): Promise<string> {
		if (source.type === "upload") this.#uploads.get(source.token)?.end.refresh();
		const path =
			source.type === "path"
				? resolve(source.path)
				: join(this.#uploadDirectory(source.token), ...safeSegments(source.name));
		try {
			await access(path);
			await stat(path);
		} catch {
			throw new StudioError("NOT_FOUND", "There is no such file", {
				file: source.type === "path" ? source.path : source.name,
			});
		}
		return path;
	}

	/** A path of its own for a copy that is made meanwhile; what is left there goes with the uploads. */
	async scratch(): Promise<string> {
		await mkdir(this.#directory, { recursive: true });
		return join(this.#directory, `${randomUUID()}.copy`);
	}

	/** Removes an upload that is no longer needed; files the writer named by path are never touched. */
	async discard(source: FileSource): Promise<void> {
		if (source.type !== "upload") return;
		await this.#drop(source.token);
	}

	#begun(token: string): Upload {
		const known = this.#uploads.get(token);
		known?.end.refresh();
		const upload = known ?? {
			bytes: 0,
			files: 0,
			// What cannot be removed now is removed at the end.
			end: setTimeout(() => void this.#drop(token).catch(() => {}), this.#forgottenAfterMs).unref(),
		};
		this.#uploads.set(token, upload);
		return upload;
	}

	#forget(token: string): void {
		clearTimeout(this.#uploads.get(token)?.end);
		this.#uploads.delete(token);
	}

	async #drop(token: string): Promise<void> {
		this.#forget(token);
		await rm(this.#uploadDirectory(token), { recursive: true, force: true });
	}

	#uploadDirectory(token: string): string {
		return join(this.#directory, tokenSchema.parse(token));
	}
}
