import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeZip } from "#tests/fixtures/medium-export/write.ts";
import { folder, inCommandLibrary, library, run, told } from "#tests/support/command-library.ts";

inCommandLibrary();

test("import --json warns of earnings whose story is not in the library", async () => {
	const page = "partner-program/posts-0001.html";
	const line = (id: string, title: string) =>
		`<li class="h-entry"><a href="https://medium.com/p/x-${id}">${title}</a> - $3.20</li>`;
	const archive = join(folder, "export.zip");
	const warned = async (...lines: string[]) => {
		writeZip(archive, new Map([[page, `<ul>${lines.join("")}</ul>`]]));
		return (await run("import", archive, "--library", library)).json.warnings;
	};
	expect(await warned(line("0123456789a1", "One"))).toEqual([
		{ file: page, reason: "1 of its stories is not in the library; its earnings are counted all the same: One" },
	]);
	expect(await warned(line("0123456789a1", "One"), line("0123456789a2", "Two"))).toEqual([
		{
			file: page,
			reason: "2 of its stories are not in the library; their earnings are counted all the same: One, Two",
		},
	]);
});

test("a source that cannot be read is named by its whole path, what is inside it by its place there", async () => {
	const cut = join(folder, "cut.zip");
	writeFileSync(cut, "PK\u0003\u0004 and no more");
	const empty = join(folder, "empty.zip");
	writeFileSync(empty, "");
	const strange = join(folder, "strange");
	mkdirSync(join(strange, "posts"), { recursive: true });
	writeFileSync(join(strange, "posts", "2020-01-02_Lamps-0123456789ab.html"), "");
	for (const path of [cut, empty, strange]) {
		const { status, json, err } = await run("import", path, "--library", library);
		expect([status, json.error.details.file]).toEqual([1, path]);
		expect(err.startsWith(path)).toBe(true);
	}
	const { json } = await run("import", strange, "--library", library);
	expect(json.error.details.place).toBe("posts/2020-01-02_Lamps-0123456789ab.html");
});

test("import without --json tells every file and what became of it", async () => {
	const { files } = generateExport({ seed: 4, posts: 8 });
	files.set("medium.rss", "<rss></rss>");
	const odd = "posts/2020-01-02_Odd-0123456789ab.html";
	const body =
		'<section class="section"><p class="graf" style="text-align:center">One.</p><img class="graf" /></section>';
	files.set(
		odd,
		postFile({
			id: "0123456789ab",
			handle: "x",
			title: "Odd",
			body,
			publishedAt: "2020-01-02T03:04:05.000Z",
			exportedOn: "2021-01-01",
		}),
	);
	const archive = join(folder, "export.zip");
	writeZip(archive, files);
	const { status, text: out } = await told("import", archive, "--library", join(folder, "new"));
	expect(status).toBe(0);
	const lines = out.trimEnd().split("\n");
	for (const file of files.keys()) expect(lines.filter((line) => line.includes(`  ${file}`))).toHaveLength(1);
	expect(lines.filter((line) => line.startsWith("New       posts/"))).toHaveLength(9);
	// Each remark has a line of its own.
	const at = lines.findIndex((line) => line.includes(odd));
	expect(lines.slice(at, at + 2)).toEqual([
		`New       ${odd}: No title, but headings, pictures or sections: a story`,
		`${" ".repeat(`New       ${odd}: `.length)}Alignment was left out`,
	]);
	expect((await run("import", archive, "--library", library)).json.warnings).toContainEqual({
		file: odd,
		reason: "Alignment was left out",
	});
	expect(lines).toContain("Left out  ips.html: Private data (addresses, sessions, payments): not opened");
	expect(out).toContain("Read      medium.rss: Tags and dates read, stories: 0");
});
