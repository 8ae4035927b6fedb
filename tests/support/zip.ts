/** Writes zip files as Medium does, and hostile ones. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
	name: string;
	data: string | Uint8Array;
	/** Unix mode; `0o120777` makes a symbolic link. */
	mode?: number;
	/** Sets the "encrypted" flag. */
	encrypted?: boolean;
	/** States another size than it has. */
	statedSize?: number;
	/** Stored instead of deflated. */
	stored?: boolean;
	/** Breaks the packed bytes. */
	damaged?: boolean;
}

const DATA_DESCRIPTOR = 0x08;
const ENCRYPTED = 0x01;
const MADE_BY_UNIX = 3 << 8;

/** A zip with data descriptors: local headers state no sizes, like those of Medium. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	const push = (part: Buffer) => {
		parts.push(part);
		offset += part.length;
	};
	for (const entry of entries) {
		const name = Buffer.from(entry.name, "utf8");
		const data = typeof entry.data === "string" ? Buffer.from(entry.data, "utf8") : Buffer.from(entry.data);
		const packed = entry.stored ? data : deflateRawSync(data);
		if (entry.damaged) packed.fill(0xff, packed.length >> 1);
		const method = entry.stored ? 0 : 8;
		const flags = DATA_DESCRIPTOR | (entry.encrypted ? ENCRYPTED : 0);
		const size = entry.statedSize ?? data.length;
		const start = offset;
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt16LE(flags, 6);
		local.writeUInt16LE(method, 8);
		local.writeUInt16LE(name.length, 26);
		push(Buffer.concat([local, name]));
		push(packed);
		const descriptor = Buffer.alloc(16);
		descriptor.writeUInt32LE(0x08074b50, 0);
		descriptor.writeUInt32LE(crc32(data), 4);
		descriptor.writeUInt32LE(packed.length, 8);
		descriptor.writeUInt32LE(size, 12);
		push(descriptor);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt16LE(MADE_BY_UNIX | 45, 4);
		central.writeUInt16LE(20, 6);
		central.writeUInt16LE(flags, 8);
		central.writeUInt16LE(method, 10);
		central.writeUInt32LE(crc32(data), 16);
		central.writeUInt32LE(packed.length, 20);
		central.writeUInt32LE(size, 24);
		central.writeUInt16LE(name.length, 28);
		central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
		central.writeUInt32LE(start, 42);
		directory.push(Buffer.concat([central, name]));
	}
	const directoryStart = offset;
	for (const part of directory) push(part);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(offset - directoryStart, 12);
	end.writeUInt32LE(directoryStart, 16);
	push(end);
	return Buffer.concat(parts);
}
