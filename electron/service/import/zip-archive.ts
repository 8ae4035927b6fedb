/**
 * Zip archives, read by their central directory: Medium writes data descriptors, so that local headers state no
 * sizes. Runs in a worker; reads are synchronous there.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { CHOOSE_WHOLE_ARCHIVE, DOWNLOAD_AGAIN, IMPORT_AS_STATS } from "#contract/import-words.ts";
import type { ImportReason, SkippedFile } from "#contract/imports.ts";
import { message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import { type Archive, type ArchiveEntry, EntryError } from "./entry.ts";
import { MAX_ENTRIES, MAX_FILE_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, RATIO_FROM_BYTES } from "./limits.ts";
import { ZipWindow } from "./zip-window.ts";

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;
const STORED = 0;
const DEFLATED = 8;
const LARGEST_CHUNK = 1024 ** 2;

/** Names are bytes; Medium writes ASCII without the UTF-8 flag. Backslashes are what some tools use for slashes. */
function entryName(raw: Buffer): string {
	let name: string;
	try {
		name = new TextDecoder("utf-8", { fatal: true }).decode(raw);
	} catch {
		name = raw.toString("latin1");
	}
	return name.replaceAll("\\", "/");
}

/** A name that would lead out of the archive's folder. Nothing is ever written by name; such an archive is hostile. */
function isUnsafe(name: string): boolean {
	return name.startsWith("/") || /^[A-Za-z]:\//.test(name) || name.includes("\0") || name.split("/").includes("..");
}

function refusal(entry: Entry, name: string): { reason: ImportReason; detail: string } | null {
	if (isUnsafe(name)) return { reason: "unsafeName", detail: "" };
	if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
		return { reason: "symbolicLink", detail: "" };
	if (entry.isEncrypted()) return { reason: "encrypted", detail: "" };
	if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
		return { reason: "unsupportedCompression", detail: String(entry.compressionMethod) };
	const bytes = Math.max(entry.uncompressedSize, entry.compressedSize);
	if (bytes > MAX_FILE_BYTES) return { reason: "tooLarge", detail: String(bytes) };
	if (entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
		return { reason: "suspiciousRatio", detail: String(Math.round(entry.uncompressedSize / entry.compressedSize)) };
	return null;
}

function readExactly(handle: number, bytes: number, position: number): Buffer {
	const buffer = Buffer.allocUnsafe(bytes);
	for (let at = 0; at < bytes; ) {
		const read = readSync(handle, buffer, at, bytes - at, position + at);
		if (read === 0) throw new EntryError("damaged", "the archive ends before the file does");
		at += read;
	}
	return buffer;
}

/** The packed bytes of an entry, in one read where its two headers are of a length. */
function readPacked(handle: number, archiveBytes: number, entry: Entry): Buffer {
	const { relativeOffsetOfLocalHeader: at, compressedSize } = entry;
	const expected = LOCAL_HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + compressedSize;
	const found = readExactly(handle, at + expected <= archiveBytes ? expected : LOCAL_HEADER_BYTES, at);
	if (found.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE)
		throw new EntryError("damaged", "the archive has no file at its place");
	const start = LOCAL_HEADER_BYTES + found.readUInt16LE(26) + found.readUInt16LE(28);
	if (at + start + compressedSize > archiveBytes) throw new EntryError("damaged", "the archive is cut short");
	return start + compressedSize <= found.length
		? found.subarray(start, start + compressedSize)
		: readExactly(handle, compressedSize, at + start);
}

function readEntry(handle: number, archiveBytes: number, entry: Entry): Uint8Array {
	const packed = readPacked(handle, archiveBytes, entry);
	let bytes = packed;
	if (entry.compressionMethod === DEFLATED) {
		const most = Math.max(1, entry.uncompressedSize);
		try {
			// A chunk that holds everything: the content is neither put together from parts nor copied.
			bytes = inflateRawSync(packed, { maxOutputLength: most, chunkSize: Math.max(64, Math.min(most, LARGEST_CHUNK)) });
		} catch {
			throw new EntryError("damaged", "its packed content is broken or longer than stated");
		}
	}
	if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
		throw new EntryError("damaged", "the checksum does not agree");
	return bytes;
}

async function openDirectory(handle: number, name: string): Promise<ZipFile> {
	try {
		const { size } = fstatSync(handle);
		return await fromRandomAccessReaderPromise(new ZipWindow(handle), size, {
			lazyEntries: true,
			decodeStrings: false,
			autoClose: false,
		});
	} catch {
		const start = Buffer.alloc(4);
		readSync(handle, start, 0, 4, 0);
		const looksLikeZip = start.toString("latin1", 0, 2) === "PK";
		throw new StudioError(
			looksLikeZip ? "UNREADABLE_FILE" : "UNSUPPORTED_FORMAT",
			looksLikeZip ? "The zip file is cut short or damaged" : "This is no zip file and no folder of a Medium export",
			looksLikeZip
				? {
						file: name,
						reason: message("The list of its files is missing at its end"),
						advice: DOWNLOAD_AGAIN,
					}
				: { file: name, advice: /\.(?:json|csv)$/i.test(name) ? IMPORT_AS_STATS : CHOOSE_WHOLE_ARCHIVE },
		);
	}
}

/** @throws {StudioError} UNREADABLE_FILE for a zip cut short, UNSUPPORTED_FORMAT for what is no zip or a bomb */
export async function openZip(path: string, name: string): Promise<Archive> {
	const handle = openSync(path, "r");
	try {
		const zip = await openDirectory(handle, name);
		if (zip.entryCount > MAX_ENTRIES)
			throw new StudioError("UNSUPPORTED_FORMAT", "The zip file holds too many files to be a Medium export", {
				file: name,
				reason: message("It holds {{number}}; the limit is {{most}}", {
					number: zip.entryCount,
					most: MAX_ENTRIES,
				}),
				advice: CHOOSE_WHOLE_ARCHIVE,
			});
		const { size } = fstatSync(handle);
		const entries: ArchiveEntry[] = [];
		const refused: SkippedFile[] = [];
		let total = 0;
		try {
			for await (const entry of zip.eachEntry()) {
				const entryPath = entryName(entry.fileNameRaw);
				if (entryPath.endsWith("/")) continue;
				const no = refusal(entry, entryPath);
				if (no) {
					refused.push({ file: entryPath, ...no });
					continue;
				}
				if (/\.(?:html?|rss)$/i.test(entryPath)) total += entry.uncompressedSize;
				entries.push({ path: entryPath, read: () => readEntry(handle, size, entry) });
			}
		} catch {
			throw new StudioError("UNREADABLE_FILE", "The zip file is cut short or damaged", {
				file: name,
				advice: DOWNLOAD_AGAIN,
			});
		}
		if (total > MAX_TOTAL_BYTES)
			throw new StudioError(
				"UNSUPPORTED_FORMAT",
				message("The zip file would unpack to more than {{megabytes}} MB", { megabytes: MAX_TOTAL_BYTES / 1024 ** 2 }),
				{ file: name, advice: CHOOSE_WHOLE_ARCHIVE },
			);
		return { format: "zip", name, entries, refused, close: () => closeSync(handle) };
	} catch (error) {
		closeSync(handle);
		throw error;
	}
}
