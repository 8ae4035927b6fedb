/**
 * Takes out of a picture what it tells about the writer: place, camera, time, comments. How it looks stays: colour
 * profile and orientation are kept. AVIF is left as it is; its metadata cannot be cut out without rewriting offsets.
 */
import { isExif, jpegOrientation, jpegSegments, type PictureFacts } from "./sniff.ts";

const PNG_PRIVATE_CHUNKS = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function stripPng(bytes: Buffer): Buffer {
	const kept: Buffer[] = [bytes.subarray(0, 8)];
	let at = 8;
	while (at + 12 <= bytes.length) {
		const end = at + 12 + bytes.readUInt32BE(at);
		const type = bytes.toString("latin1", at + 4, at + 8);
		if (end > bytes.length) {
			kept.push(bytes.subarray(at));
			break;
		}
		if (!PNG_PRIVATE_CHUNKS.has(type)) kept.push(bytes.subarray(at, end));
		at = end;
		if (type === "IEND") break;
	}
	return Buffer.concat(kept);
}

/** An EXIF segment that says nothing but the orientation. */
function orientationSegment(orientation: number): Buffer {
	const tiff = Buffer.from("4d4d002a000000080001011200030000000100000000000000000000", "hex").subarray(0, 26);
	tiff.writeUInt16BE(orientation, 18);
	const payload = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(payload.length + 2, 2);
	return Buffer.concat([head, payload]);
}

/** Offset after the end-of-image marker; phones append a second picture, with its own EXIF, behind it. */
function endOfImage(bytes: Buffer, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1))
		if (bytes[at + 1] === 0xd9) return at + 2;
	return bytes.length;
}

/** APP0 (JFIF), APP2 with a colour profile and APP14 (Adobe's colour transform) change how it looks; other APPn and comments go. */
function stripJpeg(bytes: Buffer): Buffer {
	const orientation = jpegOrientation(bytes);
	const kept: Buffer[] = [bytes.subarray(0, 2)];
	if (orientation !== 1) kept.push(orientationSegment(orientation));
	for (const segment of jpegSegments(bytes)) {
		const { marker, start, end } = segment;
		if (marker === 0xda) {
			kept.push(bytes.subarray(start, endOfImage(bytes, end)));
			return Buffer.concat(kept);
		}
		const profile = marker === 0xe2 && bytes.toString("latin1", start + 4, start + 15) === "ICC_PROFILE";
		const looks = marker === 0xe0 || marker === 0xee || profile;
		const application = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
		if (!isExif(bytes, segment) && (looks || !application)) kept.push(bytes.subarray(start, end));
	}
	return bytes;
}

const WEBP_PRIVATE_FLAGS = 0x08 | 0x04;

function stripWebp(bytes: Buffer): Buffer {
	const kept: Buffer[] = [Buffer.from(bytes.subarray(0, 12))];
	let at = 12;
	while (at + 8 <= bytes.length) {
		const size = bytes.readUInt32LE(at + 4);
		const end = Math.min(bytes.length, at + 8 + size + (size % 2));
		const type = bytes.toString("latin1", at, at + 4);
		if (type !== "EXIF" && type !== "XMP ") {
			const chunk = Buffer.from(bytes.subarray(at, end));
			if (type === "VP8X") chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_PRIVATE_FLAGS, 8);
			kept.push(chunk);
		}
		at = end;
	}
	const stripped = Buffer.concat(kept);
	stripped.writeUInt32LE(stripped.length - 8, 4);
	return stripped;
}

/** The same picture without private metadata. */
export function stripPrivate(bytes: Buffer, facts: PictureFacts): Buffer {
	switch (facts.mimeType) {
		case "image/png":
			return stripPng(bytes);
		case "image/jpeg":
			return stripJpeg(bytes);
		case "image/webp":
			return stripWebp(bytes);
		default:
			return bytes;
	}
}
