/** The containers in which Windows and macOS keep one picture in several sizes. Both hold PNG files as they are. */

export interface IconPicture {
	/** Pixels a side. */
	size: number;
	png: Buffer;
}

/** Width and height of a PNG, pixels. @throws {Error} when it is none */
export function pngSize(png: Buffer): { width: number; height: number } {
	if (png.toString("latin1", 1, 4) !== "PNG") throw new Error("Not a PNG file");
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** An ICO file; sizes up to 256. */
export function icoFile(pictures: readonly IconPicture[]): Buffer {
	const head = Buffer.alloc(6 + 16 * pictures.length);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(pictures.length, 4);
	let offset = head.length;
	for (const [index, { size, png }] of pictures.entries()) {
		const at = 6 + 16 * index;
		// 0 stands for 256.
		head.writeUInt8(size % 256, at);
		head.writeUInt8(size % 256, at + 1);
		head.writeUInt16LE(1, at + 4);
		head.writeUInt16LE(32, at + 6);
		head.writeUInt32LE(png.length, at + 8);
		head.writeUInt32LE(offset, at + 12);
		offset += png.length;
	}
	return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Types of an ICNS entry by size: plain, then for screens of double density. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
	16: ["icp4"],
	32: ["icp5", "ic11"],
	64: ["icp6", "ic12"],
	128: ["ic07"],
	256: ["ic08", "ic13"],
	512: ["ic09", "ic14"],
	1024: ["ic10"],
};

/** An ICNS file of the sizes it knows. */
export function icnsFile(pictures: readonly IconPicture[]): Buffer {
	const entries = pictures.flatMap(({ size, png }) =>
		(ICNS_TYPES[size] ?? []).map((type) => {
			const head = Buffer.alloc(8);
			head.write(type, "latin1");
			head.writeUInt32BE(head.length + png.length, 4);
			return Buffer.concat([head, png]);
		}),
	);
	const head = Buffer.alloc(8);
	head.write("icns", "latin1");
	head.writeUInt32BE(
		entries.reduce((sum, entry) => sum + entry.length, head.length),
		4,
	);
	return Buffer.concat([head, ...entries]);
}
