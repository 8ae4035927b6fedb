import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("whoever stops reading early meets no stack trace", async () => {
	const main = fileURLToPath(new URL("./main.ts", import.meta.url));
	const child = spawn(process.execPath, [main, "help"], { stdio: ["ignore", "pipe", "pipe"] });
	child.stdout.destroy();
	let said = "";
	child.stderr.on("data", (part: Buffer) => {
		said += part.toString();
	});
	const [status] = (await once(child, "close")) as [number | null];
	expect([status, said]).toEqual([0, ""]);
});
