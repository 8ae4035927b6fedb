import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exifWithPlace, jpegOf, pngOf, webpOf } from "#tests/support/pictures.ts";
import { createStudioClient } from "../client.ts";
import { createStudio, type Studio } from "../studio.ts";
import { isPublicAddress } from "./addresses.ts";
import type { RemoteTransport } from "./remote.ts";
import { sniffPicture } from "./sniff.ts";
import { stripPrivate } from "./strip.ts";
import { isWholePicture } from "./whole.ts";

let directory: string;
let studio: Studio;
let answers: Map<string, { status?: number; location?: string; body?: Buffer }>;
let addresses: Map<string, string[]>;
let connections: string[];

const remote: RemoteTransport = {
	resolve: async (host) => addresses.get(host) ?? ["151.101.1.1"],
	get: async (url, address) => {
		connections.push(`${url.href} ${address}`);
		const answer = answers.get(url.href) ?? { status: 404 };
		return {
			status: answer.status ?? 200,
			location: answer.location ?? null,
			body: Readable.from(answer.body ? [answer.body] : []),
		};
	},
};

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-media-"));
	answers = new Map();
	addresses = new Map();
	connections = [];
	studio = createStudio({ libraryDirectory: directory, remote });
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

const client = () => createStudioClient(studio.fetch);
const get = (path: string) => studio.fetch(new Request(`http://studio.local${path}`));
const refusal = (code: string) => ({ data: { studio: { code } } });

function fileOf(name: string, bytes: Buffer): { source: { type: "path"; path: string } } {
	const path = join(directory, name);
	writeFileSync(path, bytes);
	return { source: { type: "path", path } };
}

test("a picture is kept under the hash of its content and served under it", async () => {
	const bytes = pngOf(640, 480);
	const asset = await client().media.add.mutate(fileOf("a.jpg", bytes));
	expect(asset).toMatchObject({ width: 640, height: 480, mimeType: "image/png" });
	expect(asset.assetId).toBe(`${createHash("sha256").update(bytes).digest("hex")}.png`);
	expect(await client().media.add.mutate(fileOf("b.png", bytes))).toEqual(asset);
	expect(readdirSync(join(directory, "media"))).toEqual([asset.assetId]);
	const answer = await get(`/media/${asset.assetId}`);
	expect(answer.headers.get("content-type")).toBe("image/png");
	expect(answer.headers.get("content-security-policy")).toContain("sandbox");
	expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

test("what is no picture is refused, whatever it is called", async () => {
	for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', "<html><script>1</script>", "GIF89a", "%PDF-1.7"])
		await expect(client().media.add.mutate(fileOf("x.png", Buffer.from(text)))).rejects.toMatchObject(
			refusal("UNSUPPORTED_FORMAT"),
		);
	await expect(client().media.add.mutate(fileOf("wide.png", pngOf(50_000, 50_000)))).rejects.toMatchObject(
		refusal("INVALID_INPUT"),
	);
	expect(readdirSync(join(directory, "media"))).toEqual([]);
});

test("an empty file and an SVG are refused with their own reason", async () => {
	const reason = async (text: string) =>
		client()
			.media.add.mutate(fileOf("x.png", Buffer.from(text)))
			.catch((error) => error.data.studio.message.text);
	expect(await reason("")).toBe("The file is empty");
	for (const before of ["", '\uFEFF<?xml version="1.0"?>\n', "<!-- made by hand --> ", "<!DOCTYPE svg>"])
		expect(await reason(`${before}<svg xmlns="http://www.w3.org/2000/svg"/>`)).toMatch(/^SVG is not taken/);
	expect(await reason("<html><svg></svg></html>")).toMatch(/^This is not a PNG/);
});

const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const box = (type: string, data: Buffer) => {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length + 8);
	head.write(type, 4, "latin1");
	return Buffer.concat([head, data]);
};
const ispe = Buffer.alloc(12);
ispe.writeUInt32BE(4, 4);
ispe.writeUInt32BE(3, 8);
const avif = Buffer.concat([
	box("ftyp", Buffer.from("avif\0\0\0\0avif")),
	box("meta", Buffer.concat([Buffer.alloc(4), box("iprp", box("ipco", box("ispe", ispe)))])),
	box("mdat", Buffer.alloc(40)),
]);

test.each([
	["PNG", pngOf(64, 48), 0],
	["JPEG", jpegOf(64, 48, exifWithPlace(1)), "behind the end".length],
	["GIF", gif, 0],
	["WebP", webpOf(64, 32, "x"), 0],
	["AVIF", avif, 0],
])("a %s that is cut short is refused, wherever it ends", async (_kind, bytes, behind) => {
	expect(await client().media.add.mutate(fileOf("whole", bytes))).toMatchObject({ width: expect.any(Number) });
	const kept = readdirSync(join(directory, "media"));
	const end = bytes.length - behind;
	for (const share of [0.5, 0.7, 0.9, 1])
		await expect(
			client().media.add.mutate(fileOf("cut", bytes.subarray(0, Math.floor(end * share) - 1))),
		).rejects.toMatchObject({
			data: { studio: { code: expect.stringMatching(/^UN(READABLE_FILE|SUPPORTED_FORMAT)$/) } },
		});
	await expect(client().media.add.mutate(fileOf("cut", bytes.subarray(0, end - 1)))).rejects.toMatchObject({
		data: { studio: { message: { text: "The picture is cut short: its end is missing" } } },
	});
	expect(readdirSync(join(directory, "media"))).toEqual(kept);
});

test("nothing outside the media folder is served", async () => {
	writeFileSync(join(directory, "secret.png"), pngOf(1, 1));
	for (const path of ["../secret.png", "%2e%2e%2fsecret.png", "/etc/passwd", "..%5csecret.png", "%00", "%ff", ""])
		expect((await get(`/media/${path}`)).status).toBe(404);
});

test("place, camera and comments are taken out; orientation and picture stay", async () => {
	const original = jpegOf(300, 200, exifWithPlace(6));
	expect(original.includes("40.7128")).toBe(true);
	const asset = await client().media.add.mutate(fileOf("photo.jpg", original));
	expect(asset).toMatchObject({ width: 200, height: 300, mimeType: "image/jpeg" });
	const kept = readFileSync(join(directory, "media", asset.assetId));
	for (const secret of ["40.7128", "Canon", "a comment", "behind the end"]) expect(kept.includes(secret)).toBe(false);
	expect(kept.includes("ICC_PROFILE")).toBe(true);
	expect(sniffPicture(kept)).toMatchObject({ width: 200, height: 300 });
	expect(kept.includes(Buffer.from([1, 2, 3, 4, 5]))).toBe(true);
	const webp = webpOf(64, 32, "40.7128");
	const facts = sniffPicture(webp);
	expect(facts).toMatchObject({ width: 64, height: 32 });
	expect(stripPrivate(webp, facts!).includes("40.7128")).toBe(false);
});

test("any bytes are a picture or none, never a crash", () => {
	const starts = [pngOf(2, 2), jpegOf(2, 2, exifWithPlace(1)), webpOf(2, 2, "x"), Buffer.from("\0\0\0\x1cftypavif")];
	fc.assert(
		fc.property(fc.constantFrom(...starts), fc.nat(200), fc.uint8Array({ maxLength: 60 }), (start, cut, tail) => {
			const bytes = Buffer.concat([start.subarray(0, cut), tail]);
			const facts = sniffPicture(bytes);
			if (!facts) return;
			isWholePicture(bytes, facts);
			stripPrivate(bytes, facts);
		}),
	);
});

test("a remote picture is fetched when asked for, and counted", async () => {
	const url = "https://miro.medium.com/v2/1*abc.png";
	answers.set(url, { body: pngOf(8, 8) });
	expect((await client().diagnostics.report.query()).network.requestsThisSession).toBe(0);
	expect(await client().media.fetchRemote.mutate({ url })).toMatchObject({ width: 8, mimeType: "image/png" });
	const { network } = await client().diagnostics.report.query();
	expect(network.requestsThisSession).toBe(1);
	expect(network.requests).toMatchObject([{ host: "miro.medium.com", purpose: "picture", bytes: pngOf(8, 8).length }]);
});

test("only confirmed public hosts are asked, over https, also after a redirect", async () => {
	const refused = [
		"http://miro.medium.com/a.png",
		"https://example.com/a.png",
		"https://127.0.0.1/a.png",
		"https://[::1]/a.png",
		"https://2130706433/a.png",
		"https://miro.medium.com:8443/a.png",
		"https://user@miro.medium.com/a.png",
		"file:///etc/passwd",
		"nonsense",
	];
	for (const url of refused)
		await expect(client().media.fetchRemote.mutate({ url, confirmedHost: "127.0.0.1" })).rejects.toMatchObject(
			refusal("INVALID_INPUT"),
		);
	expect(connections).toEqual([]);

	answers.set("https://miro.medium.com/r", { status: 302, location: "https://elsewhere.example/a.png" });
	await expect(client().media.fetchRemote.mutate({ url: "https://miro.medium.com/r" })).rejects.toMatchObject(
		refusal("INVALID_INPUT"),
	);
	expect(connections).toHaveLength(1);

	for (const address of [
		"127.0.0.1",
		"10.1.2.3",
		"169.254.169.254",
		"100.64.0.1",
		"::1",
		"fc00::1",
		"::ffff:10.0.0.1",
	]) {
		addresses.set("pictures.example", ["151.101.1.1", address]);
		await expect(
			client().media.fetchRemote.mutate({ url: "https://pictures.example/a", confirmedHost: "pictures.example" }),
		).rejects.toMatchObject(refusal("INVALID_INPUT"));
	}
	expect(connections).toHaveLength(1);
});

test("public addresses are told from the rest", () => {
	for (const address of ["8.8.8.8", "151.101.1.1", "2606:4700::1111"]) expect(isPublicAddress(address)).toBe(true);
	for (const address of [
		"0.0.0.0",
		"192.168.1.1",
		"172.31.0.1",
		"198.18.0.1",
		"224.0.0.1",
		"255.255.255.255",
		"::",
		"fe80::1",
		"64:ff9b::7f00:1",
		"2002:7f00:1::",
		"2001:db8::1",
		"fe80::1%eth0",
		"localhost",
		"127.1",
	])
		expect(isPublicAddress(address)).toBe(false);
});
