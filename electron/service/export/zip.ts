/** Writes zip files. Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
	/** With forward slashes. */
	name: string;
	bytes: Uint8Array;
	/** Pictures are packed already. */
	stored: boolean;
}

const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;

/** Local time in the two 16-bit fields of MS-DOS, in steps of two seconds. */
function dosTime(at: Date): { time: number; date: number } {
	return {
		time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
		date: (Math.max(0, at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
	};
}

/**
 * One archive, as the buffers it consists of. Without the 64-bit extension: under 4 GB and 65,535 files.
 * @param at the time all its files state
 */
export function zip(files: readonly ZipFile[], at: Date): Buffer {
	const { time, date } = dosTime(at);
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, bytes, stored } of files) {
		const encodedName = Buffer.from(name, "utf8");
		const packed = stored ? bytes : deflateRawSync(bytes);
		/** What the local header and the directory's entry have in common. */
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(VERSION, 0);
		shared.writeUInt16LE(NAMES_ARE_UTF8, 2);
		shared.writeUInt16LE(stored ? STORED : DEFLATED, 4);
		shared.writeUInt16LE(time, 6);
		shared.writeUInt16LE(date, 8);
		shared.writeUInt32LE(crc32(bytes), 10);
		shared.writeUInt32LE(packed.length, 14);
		shared.writeUInt32LE(bytes.length, 18);
		shared.writeUInt16LE(encodedName.length, 22);
		const entryEnd = Buffer.alloc(14);
		entryEnd.writeUInt32LE(offset, 10);
		directory.push(Buffer.from("PK\x01\x02"), Buffer.from([VERSION, 0]), shared, entryEnd, encodedName);
		const local = [Buffer.from("PK\x03\x04"), shared, encodedName, packed];
		parts.push(...local);
		offset += local.reduce((sum, part) => sum + part.length, 0);
	}
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(
		directory.reduce((sum, part) => sum + part.length, 0),
		12,
	);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, ...directory, end]);
}
