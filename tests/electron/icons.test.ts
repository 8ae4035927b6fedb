import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { pngSize } from "#tests/support/icon-files.ts";

const icon = (name: string) => readFileSync(new URL(`../../resources/icons/${name}`, import.meta.url));

test("every picture for Linux is as large as its name says", () => {
	const names = readdirSync(new URL("../../resources/icons/png/", import.meta.url));
	expect(names).toContain("512x512.png");
	for (const name of names) {
		const { width, height } = pngSize(icon(`png/${name}`));
		expect(`${width}x${height}.png`).toBe(name);
	}
});

test("the file for Windows holds whole pictures up to 256 pixels", () => {
	const file = icon("icon.ico");
	const sizes = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
		const at = 6 + 16 * index;
		const start = file.readUInt32LE(at + 12);
		const { width } = pngSize(file.subarray(start, start + file.readUInt32LE(at + 8)));
		expect(width % 256).toBe(file.readUInt8(at));
		return width;
	});
	expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test("the file for macOS is as long as it says and holds the largest size", () => {
	const file = icon("icon.icns");
	expect(file.toString("latin1", 0, 4)).toBe("icns");
	expect(file.readUInt32BE(4)).toBe(file.length);
	const sizes = new Map<string, number>();
	for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
		sizes.set(file.toString("latin1", at, at + 4), pngSize(file.subarray(at + 8)).width);
	expect(Object.fromEntries(sizes)).toMatchObject({ icp4: 16, ic07: 128, ic10: 1024 });
});

test("the packages of every system name an icon that is there", () => {
	const builder: unknown = parse(readFileSync(new URL("../../electron-builder.yml", import.meta.url), "utf8"));
	expect(builder).toMatchObject({
		linux: { icon: "resources/icons/png" },
		mac: { icon: "resources/icons/icon.icns" },
		win: { icon: "resources/icons/icon.ico" },
	});
});
