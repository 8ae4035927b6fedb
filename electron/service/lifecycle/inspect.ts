import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { type Message, message } from "#domain/words/message.ts";
import { APPLICATION_ID } from "../database/open.ts";

const MAGIC = "SQLite format 3\0";
/** Places in SQLite's file header. Source: https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

export type Inspection =
	| { state: "absent" }
	| { state: "present"; schemaVersion: number }
	| { state: "damaged"; reason: Message };

/**
 * Looks at a library file without opening it as a database: opening would already write beside it.
 * @throws when the file cannot be read
 */
export function inspectFile(file: string): Inspection {
	if (!existsSync(file)) return { state: "absent" };
	const header = Buffer.alloc(HEADER_BYTES);
	const handle = openSync(file, "r");
	let bytes: number;
	try {
		bytes = fstatSync(handle).size;
		if (bytes === 0) return { state: "damaged", reason: message("The library file is empty") };
		if (readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES)
			return { state: "damaged", reason: message("The library file is cut short") };
	} finally {
		closeSync(handle);
	}
	if (header.toString("latin1", 0, MAGIC.length) !== MAGIC)
		return { state: "damaged", reason: message("The library file is not a database") };
	if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
		return { state: "damaged", reason: message("The library file is a database of another program") };
	const log = `${file}-wal`;
	const hasLog = existsSync(log) && statSync(log).size > 0;
	if (!hasLog && bytes < header.readUInt16BE(PAGE_SIZE_AT) * header.readUInt32BE(PAGE_COUNT_AT))
		return { state: "damaged", reason: message("The library file is cut short") };
	return { state: "present", schemaVersion: header.readUInt32BE(USER_VERSION_AT) };
}
