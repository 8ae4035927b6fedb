/** Whether a picture's file is whole, by what its parts say of their lengths. Nothing is decoded. */
import { jpegSegments, type PictureFacts } from "./sniff.ts";

function isWholePng(bytes: Buffer): boolean {
	for (let at = 8; at + 12 <= bytes.length; ) {
		const end = at + 12 + bytes.readUInt32BE(at);
		if (end > bytes.length) return false;
		if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return true;
		at = end;
	}
	return false;
}

const END_OF_JPEG = Buffer.from([0xff, 0xd9]);

/** Inside a scan no 0xFF stands before 0xD9 but at the end of the picture. */
function isWholeJpeg(bytes: Buffer): boolean {
	for (const { marker, end } of jpegSegments(bytes)) if (marker === 0xda) return bytes.includes(END_OF_JPEG, end);
	return false;
}

/** Bytes of a colour table that the flags before it tell of. */
const colourTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function isWholeGif(bytes: Buffer): boolean {
	let at = 13 + colourTable(bytes.readUInt8(10));
	const subBlocks = () => {
		for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += 1 + size;
		at += 1;
	};
	for (;;) {
		const introducer = bytes.readUInt8(at);
		if (introducer === 0x3b) return true;
		if (introducer === 0x21) at += 2;
		else if (introducer === 0x2c) at += 11 + colourTable(bytes.readUInt8(at + 9));
		else return false;
		subBlocks();
	}
}

const isWholeWebp = (bytes: Buffer) => bytes.readUInt32LE(4) + 8 <= bytes.length;

function isWholeAvif(bytes: Buffer): boolean {
	for (let at = 0; at + 8 <= bytes.length; ) {
		const size = bytes.readUInt32BE(at);
		// To the end of the file, or longer than 4 GB can tell.
		if (size < 8) return true;
		at += size;
		if (at > bytes.length) return false;
	}
	return true;
}

/** @param facts of these bytes */
export function isWholePicture(bytes: Buffer, facts: PictureFacts): boolean {
	const whole = { png: isWholePng, jpg: isWholeJpeg, gif: isWholeGif, webp: isWholeWebp, avif: isWholeAvif };
	try {
		return whole[facts.extension](bytes);
	} catch (error) {
		// A length was read behind the end.
		if (error instanceof RangeError) return false;
		throw error;
	}
}
