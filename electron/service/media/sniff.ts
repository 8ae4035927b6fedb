/** What a picture is, by its content. Names and declared types are not believed; SVG and HTML are no pictures here. */

export interface PictureFacts {
	mimeType: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif";
	extension: "png" | "jpg" | "gif" | "webp" | "avif";
	/** Pixels as shown: a picture a camera turned counts as turned. */
	width: number;
	/** Pixels as shown. */
	height: number;
}

const ascii = (bytes: Buffer, start: number, end: number) => bytes.toString("latin1", start, end);

function png(bytes: Buffer): PictureFacts | null {
	if (ascii(bytes, 0, 8) !== "\x89PNG\r\n\x1a\n" || ascii(bytes, 12, 16) !== "IHDR") return null;
	return { mimeType: "image/png", extension: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): PictureFacts | null {
	if (!/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return null;
	return { mimeType: "image/gif", extension: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** Header segments of a JPEG, up to the first scan. Offsets are of the marker's 0xFF. */
export function* jpegSegments(bytes: Buffer): Generator<{ marker: number; start: number; end: number }> {
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const end = at + 2 + bytes.readUInt16BE(at + 2);
		if (end > bytes.length || end < at + 4) return;
		yield { marker, start: at, end };
		if (marker === 0xda) return;
		at = end;
	}
}

export function isExif(bytes: Buffer, segment: { marker: number; start: number }): boolean {
	return segment.marker === 0xe1 && ascii(bytes, segment.start + 4, segment.start + 10) === "Exif\0\0";
}

/** EXIF orientation, 1 to 8; 1 when there is none. Values over 4 swap width and height. */
export function jpegOrientation(bytes: Buffer): number {
	for (const segment of jpegSegments(bytes)) {
		if (!isExif(bytes, segment)) continue;
		const tiff = bytes.subarray(segment.start + 10, segment.end);
		if (tiff.length < 14) return 1;
		const little = ascii(tiff, 0, 2) === "II";
		const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
		const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
		if (directory + 2 > tiff.length) return 1;
		for (let entry = 0; entry < short(directory); entry += 1) {
			const at = directory + 2 + entry * 12;
			if (at + 12 > tiff.length) return 1;
			const value = short(at + 8);
			if (short(at) === 0x0112) return value >= 1 && value <= 8 ? value : 1;
		}
	}
	return 1;
}

const FRAME_MARKERS = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function jpeg(bytes: Buffer): PictureFacts | null {
	if (bytes.readUInt16BE(0) !== 0xffd8) return null;
	for (const { marker, start } of jpegSegments(bytes)) {
		if (!FRAME_MARKERS.has(marker)) continue;
		const height = bytes.readUInt16BE(start + 5);
		const width = bytes.readUInt16BE(start + 7);
		const turned = jpegOrientation(bytes) > 4;
		return {
			mimeType: "image/jpeg",
			extension: "jpg",
			width: turned ? height : width,
			height: turned ? width : height,
		};
	}
	return null;
}

function webp(bytes: Buffer): PictureFacts | null {
	if (ascii(bytes, 0, 4) !== "RIFF" || ascii(bytes, 8, 12) !== "WEBP") return null;
	const facts = (width: number, height: number): PictureFacts => ({
		mimeType: "image/webp",
		extension: "webp",
		width,
		height,
	});
	switch (ascii(bytes, 12, 16)) {
		case "VP8X":
			return facts(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
		case "VP8L": {
			const bits = bytes.readUInt32LE(21);
			return facts((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
		}
		case "VP8 ":
			return facts(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
		default:
			return null;
	}
}

/** Boxes of an ISO media file between two offsets. */
function* boxes(bytes: Buffer, start: number, end: number): Generator<{ type: string; start: number; end: number }> {
	let at = start;
	while (at + 8 <= end) {
		const size = bytes.readUInt32BE(at);
		const boxEnd = size === 0 ? end : at + size;
		if (size === 1 || boxEnd > end || boxEnd < at + 8) return;
		yield { type: ascii(bytes, at + 4, at + 8), start: at + 8, end: boxEnd };
		at = boxEnd;
	}
}

/** Sizes of all pictures inside an AVIF: `meta` (a full box: 4 bytes more), `iprp`, `ipco`, `ispe`. */
function* avifSizes(bytes: Buffer, start: number, end: number): Generator<{ width: number; height: number }> {
	for (const box of boxes(bytes, start, end)) {
		if (box.type === "meta") yield* avifSizes(bytes, box.start + 4, box.end);
		else if (box.type === "iprp" || box.type === "ipco") yield* avifSizes(bytes, box.start, box.end);
		else if (box.type === "ispe" && box.end - box.start >= 12)
			yield { width: bytes.readUInt32BE(box.start + 4), height: bytes.readUInt32BE(box.start + 8) };
	}
}

function avif(bytes: Buffer): PictureFacts | null {
	if (ascii(bytes, 4, 8) !== "ftyp" || !ascii(bytes, 8, Math.min(bytes.length, 64)).includes("avi")) return null;
	const sizes = [...avifSizes(bytes, 0, bytes.length)].sort((a, b) => b.width * b.height - a.width * a.height);
	return sizes[0] ? { mimeType: "image/avif", extension: "avif", ...sizes[0] } : null;
}

/** Facts of a PNG, JPEG, GIF, WebP or AVIF; `null` for anything else, or for one that ends before its size is told. */
export function sniffPicture(bytes: Buffer): PictureFacts | null {
	try {
		const facts = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? avif(bytes);
		return facts && facts.width > 0 && facts.height > 0 ? facts : null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
