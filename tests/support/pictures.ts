/** Small pictures made in memory: real enough for every reader of headers. */
import { crc32, deflateSync } from "node:zlib";

function pngChunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

/** A grey PNG a browser can show; over 4,000 pixels a side only its header is true. */
export function pngOf(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const pixels = Math.max(width, height) > 4000 ? Buffer.alloc(0) : Buffer.alloc((width + 1) * height, 0x80);
	for (let row = 0; row < height && row * (width + 1) < pixels.length; row += 1) pixels[row * (width + 1)] = 0;
	return Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		pngChunk("IHDR", header),
		pngChunk("IDAT", deflateSync(pixels)),
		pngChunk("IEND", Buffer.alloc(0)),
	]);
}

function jpegSegment(marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
}

/** An EXIF block with an orientation, and a place and a camera behind it. */
export function exifWithPlace(orientation: number): Buffer {
	const tiff = Buffer.from("49492a00080000000100120103000100000000000000" + "00000000", "hex");
	tiff.writeUInt16LE(orientation, 18);
	return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("Canon GPS 40.7128 -74.0060")]);
}

/** Headers, one scan of five bytes, and a second end as phones append it; no browser can show it. */
export function jpegOf(width: number, height: number, exif: Buffer): Buffer {
	const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	frame.writeUInt16BE(height, 1);
	frame.writeUInt16BE(width, 3);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		jpegSegment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
		jpegSegment(0xe1, exif),
		jpegSegment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0 40.7128")),
		jpegSegment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01", "latin1")),
		jpegSegment(0xfe, Buffer.from("a comment")),
		jpegSegment(0xc0, frame),
		jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
		Buffer.from([1, 2, 3, 4, 5, 0xff, 0xd9]),
		Buffer.from("behind the end"),
	]);
}

/** The container of a WebP with an EXIF chunk. */
export function webpOf(width: number, height: number, exif: string): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const head = Buffer.alloc(8);
		head.write(type, "latin1");
		head.writeUInt32LE(data.length, 4);
		return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
	};
	const extended = Buffer.alloc(10);
	extended[0] = 0x08;
	extended.writeUIntLE(width - 1, 4, 3);
	extended.writeUIntLE(height - 1, 7, 3);
	const chunks = Buffer.concat([
		chunk("VP8X", extended),
		chunk("VP8L", Buffer.alloc(9)),
		chunk("EXIF", Buffer.from(exif)),
	]);
	const riff = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
	riff.writeUInt32LE(chunks.length + 4, 4);
	return Buffer.concat([riff, chunks]);
}
