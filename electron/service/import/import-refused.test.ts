import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import type { ImportReport } from "#contract/imports.ts";
import { english } from "#domain/words/message.ts";
import { writeFolder } from "#tests/fixtures/medium-export/write.ts";
import { dump, folder, inEmptyLibrary, post, run, take } from "#tests/support/import-library.ts";
import { makeZip, type ZipEntry } from "#tests/support/zip.ts";

inEmptyLibrary();

describe("bad input changes nothing", () => {
	const good: ZipEntry = { name: post("kept text", "2021-01-01")[0], data: post("kept text", "2021-01-01")[1] };
	const write = (name: string, content: Uint8Array | string) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};

	test.each<[string, () => Uint8Array | string, string]>([
		["nothing.zip", () => "", "UNREADABLE_FILE"],
		["cut.zip", () => makeZip([good]).subarray(0, 300), "UNREADABLE_FILE"],
		["text.zip", () => "this is no zip", "UNSUPPORTED_FORMAT"],
		["foreign.zip", () => makeZip([{ name: "word/document.xml", data: "<w/>" }]), "UNSUPPORTED_FORMAT"],
		["empty.zip", () => makeZip([]), "UNSUPPORTED_FORMAT"],
		["encrypted.zip", () => makeZip([{ ...good, encrypted: true }]), "UNSUPPORTED_FORMAT"],
		["broken.zip", () => makeZip([{ ...good, damaged: true }]), "UNREADABLE_FILE"],
		["blank.zip", () => makeZip([{ ...good, data: "" }]), "UNREADABLE_FILE"],
		["page.html", () => "<html><body>Hello</body></html>", "UNREADABLE_FILE"],
		["2021-01-01_Lamps-0123456789ab.html", () => String(good.data).slice(0, 400), "UNREADABLE_FILE"],
	])("%s is refused", async (name, content, code) => {
		const before = dump();
		const path = write(name, content());
		expect(await run(path)).toMatchObject({ state: "failed", error: { code, details: { file: path } } });
		expect(dump()).toBe(before);
	});

	test("what is refused is named with the reason", async () => {
		const refusal = async (name: string, content: Uint8Array | string) => {
			const { error } = await run(write(name, content));
			const { file, place, reason } = error?.details ?? {};
			return [error && english(error.message), relative(folder, file ?? ""), place, reason && english(reason)];
		};
		expect(await refusal("page.html", "<html><body>Hello</body></html>")).toEqual([
			"None of its stories could be read",
			"page.html",
			undefined,
			"Not part of a Medium export",
		]);
		expect(await refusal("blank.zip", makeZip([{ ...good, data: "" }]))).toEqual([
			"None of its stories could be read",
			"blank.zip",
			good.name,
			"The file is empty",
		]);
		const cut = "2021-01-01_Lamps-0123456789ab.html";
		expect(await refusal(cut, String(good.data).slice(0, 400))).toEqual([
			"None of its stories could be read",
			cut,
			undefined,
			"The file is damaged: it is cut short before its text",
		]);
		expect(await refusal("cut.zip", makeZip([good]).subarray(0, 300))).toEqual([
			"The zip file is cut short or damaged",
			"cut.zip",
			undefined,
			"The list of its files is missing at its end",
		]);
	});

	test.each<[string, () => Uint8Array | string, RegExp]>([
		["nothing.zip", () => "", /Download the archive from Medium again/],
		["cut.zip", () => makeZip([good]).subarray(0, 300), /Download the archive from Medium again/],
		["broken.zip", () => makeZip([{ ...good, damaged: true }]), /Download the archive from Medium again/],
		["text.zip", () => "this is no zip", /Choose the whole archive/],
		["foreign.zip", () => makeZip([{ name: "word/document.xml", data: "<w/>" }]), /Choose the whole archive/],
		["page.html", () => "<html><body>Hello</body></html>", /Choose the whole archive/],
		["dash.json", () => '{"payload":{"postAmounts":[]}}', /“stats import”/],
		["stats.csv", () => "postId;title", /“stats import”/],
		["encrypted.zip", () => makeZip([{ ...good, encrypted: true }]), /^Unpack it with its password/],
	])("%s is refused with the advice that fits", async (name, content, advice) => {
		const { error } = await run(write(name, content()));
		expect(error?.details.advice && english(error.details.advice)).toMatch(advice);
	});

	test("a missing file is refused before anything starts", async () => {
		await expect(run(join(folder, "missing.zip"))).rejects.toMatchObject({ data: { studio: { code: "NOT_FOUND" } } });
	});

	test.each<[string, ZipEntry, string]>([
		["zip slip", { name: "../../posts/2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		["an absolute name", { name: "/etc/posts/2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		["a drive letter", { name: "C:\\posts\\2020-01-02_x-abcdef0123.html", data: good.data }, "unsafeName"],
		[
			"backslashes that lead out",
			{ name: "posts\\..\\..\\2020-01-02_x-abcdef0123.html", data: good.data },
			"unsafeName",
		],
		[
			"a symbolic link",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: "/etc/passwd", mode: 0o120777 },
			"symbolicLink",
		],
		["a bomb", { name: "posts/2020-01-02_x-abcdef0123.html", data: "0".repeat(20_000_000) }, "suspiciousRatio"],
		[
			"a lie about the size",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: good.data, statedSize: 40 },
			"damaged",
		],
		[
			"a huge file",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: "x", statedSize: 40_000_000, stored: true },
			"tooLarge",
		],
		[
			"an encrypted file",
			{ name: "posts/2020-01-02_x-abcdef0123.html", data: good.data, encrypted: true },
			"encrypted",
		],
	])("%s is left out with the reason, the rest comes in", async (_, hostile, reason) => {
		const status = await run(write("hostile.zip", makeZip([hostile, good])));
		if (status.state === "failed") expect(status.error?.code).toBe("UNREADABLE_FILE");
		else {
			const report = status.result as ImportReport;
			expect(report.skipped).toMatchObject([{ reason }]);
			expect(report.counts).toMatchObject({ stories: 1, added: 1 });
		}
	});

	test("equal and case-clashing names are one story, the second one reported", async () => {
		const twin = { ...good, name: good.name.replace("Lamps", "LAMPS") };
		const report = await take(write("twins.zip", makeZip([good, good, twin])));
		expect(report.counts.stories).toBe(1);
		const left = { file: good.name, reason: "olderCopy", detail: twin.name };
		expect(report.skipped).toEqual([left, left]);
	});

	test("links inside a folder are not followed", async () => {
		const outside = join(folder, "outside.html");
		writeFileSync(outside, post("secret", "2021-01-01", { id: "abcdef0123" })[1]);
		writeFolder(join(folder, "export"), new Map([[good.name, String(good.data)]]));
		symlinkSync(outside, join(folder, "export/posts/2020-01-02_x-abcdef0123.html"));
		mkdirSync(join(folder, "export/__MACOSX/posts"), { recursive: true });
		writeFileSync(join(folder, "export/__MACOSX/posts/._2020-01-02_Lamps-0123456789ab.html"), "junk");
		const report = await take(join(folder, "export"));
		expect(report.counts.stories).toBe(1);
		expect(report.skipped).toMatchObject([{ reason: "symbolicLink" }]);
		expect(dump()).not.toContain("secret");
	});
});
