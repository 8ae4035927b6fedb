import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

test("whoever stops reading early meets no stack trace", async () => {
	const child = spawn(process.execPath, [main, "help"], { stdio: ["ignore", "pipe", "pipe"] });
	child.stdout.destroy();
	let said = "";
	child.stderr.on("data", (part: Buffer) => {
		said += part.toString();
	});
	const [status] = (await once(child, "close")) as [number | null];
	expect([status, said]).toEqual([0, ""]);
});

test.runIf(existsSync("/dev/full"))("an answer that a full disk does not take is one line and a failure", () => {
	const { status, stderr } = spawnSync(process.execPath, [main, "help", "--json"], {
		stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
	});
	expect([status, stderr.toString()]).toEqual([1, "What was to be told could not be written: The disk is full\n"]);
});
