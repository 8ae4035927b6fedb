import { afterEach, expect, test, vi } from "vitest";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { BlockLinter } from "#domain/feedback/language/grammar/lint.ts";
import { AwayError, mustBeThere } from "./away.ts";
import { GrammarClient } from "./client.ts";
import { serveGrammar } from "./serve.ts";
import type { GrammarWorker } from "./start.ts";

let ports: MessagePort[] = [];
afterEach(() => {
	for (const port of ports) port.close();
	ports = [];
	vi.unstubAllGlobals();
});

/** A checker that calls every word "teh" a typo and falls over every "☠", on the other end of a real line. */
function checker(failure: () => Error | null = () => null) {
	const checked: string[] = [];
	const dialects: GrammarDialect[] = [];
	let starts = 0;
	let die: () => void = () => {};
	const linter: BlockLinter = {
		lintBlock: async (text) => {
			checked.push(text);
			if (text.includes("☠")) throw new WebAssembly.RuntimeError("unreachable");
			return [...text.matchAll(/teh/g)].map(({ index }) => ({
				kind: "Typo",
				start: index,
				end: index + 3,
				message: "the",
				suggestions: ["the"],
			}));
		},
		setDialect: async (dialect) => void dialects.push(dialect),
		dispose: async () => {},
	};
	const start = (): GrammarWorker => {
		starts += 1;
		const { port1, port2 } = new MessageChannel();
		ports.push(port1, port2);
		port1.start();
		port2.start();
		serveGrammar(port2, async (dialect) => {
			const error = failure();
			if (error) throw error;
			dialects.push(dialect);
			return linter;
		});
		const onDeath = (run: () => void) => {
			die = run;
		};
		return { line: port1, onDeath, stop: () => port1.close() };
	};
	return { start, checked, dialects, starts: () => starts, die: () => die() };
}

test("nothing starts until there is a text, and a text is checked once", async () => {
	const { start, checked, starts } = checker();
	const client = new GrammarClient("american", start);
	expect(starts()).toBe(0);
	expect(await client.lint("a", "teh end")).toMatchObject([{ start: 0, end: 3 }]);
	expect(await client.lint("b", "teh end")).toHaveLength(1);
	expect(checked).toEqual(["teh end"]);
	expect(starts()).toBe(1);
});

test("a newer text overtakes the one that waits, and what was dropped is not checked", async () => {
	const { start, checked } = checker();
	const client = new GrammarClient("american", start);
	const answers = [
		client.lint("a", "teh"),
		client.lint("a", "teh e"),
		client.lint("gone", "x"),
		client.lint("a", "the end"),
	];
	client.drop("gone");
	expect(await Promise.all(answers)).toEqual([null, null, null, []]);
	expect(checked).toEqual(["the end"]);
});

test("the block the writer is at comes first", async () => {
	const { start, checked } = checker();
	const client = new GrammarClient("american", start);
	await Promise.all([client.lint("a", "one"), client.lint("b", "two"), client.lint("c", "three", true)]);
	expect(checked).toEqual(["three", "one", "two"]);
});

test("another dialect asks anew", async () => {
	const { start, checked, dialects } = checker();
	const client = new GrammarClient("american", start);
	await client.lint("a", "colour");
	const overtaken = client.lint("b", "grey");
	client.setDialect("british");
	expect(await overtaken).toBeNull();
	await client.lint("a", "colour");
	expect(checked.filter((text) => text === "colour")).toHaveLength(2);
	expect(dialects).toEqual(["american", "british"]);
});

test("stopped, it starts again with the next text; broken, it says so and keeps quiet", async () => {
	const working = checker();
	const client = new GrammarClient("american", working.start);
	await client.lint("a", "one");
	client.stop();
	expect(await client.lint("a", "two")).toEqual([]);
	expect(working.starts()).toBe(2);

	const broken = checker(() => new TypeError("WebAssembly.instantiateStreaming is not a function"));
	const without = new GrammarClient("american", broken.start);
	expect(await without.lint("a", "one")).toBeNull();
	expect(without.failed).toBe("missing");
	without.retry();
	expect(await without.lint("a", "two")).toBeNull();
	expect(broken.starts()).toBe(1);
});

test("a checker whose files cannot be had is asked again when that is wanted, by a worker of its own", async () => {
	let reachable = false;
	const away = checker(() => (reachable ? null : new AwayError("The studio does not answer")));
	const client = new GrammarClient("american", away.start);
	expect(await client.lint("a", "teh")).toBeNull();
	expect(client.failed).toBe("away");
	reachable = true;
	expect(await client.lint("a", "teh")).toBeNull();
	client.retry();
	expect(client.failed).toBeNull();
	expect(await client.lint("a", "teh")).toHaveLength(1);
	expect(away.starts()).toBe(2);
});

test("a worker whose own code cannot be loaded leaves no question open", async () => {
	const { start, die } = checker();
	const client = new GrammarClient("american", start);
	const asked = client.lint("a", "teh");
	die();
	expect(await asked).toBeNull();
	expect(client.failed).toBe("away");
});

test("a text that the checker falls over is passed by, and the others are checked by another worker", async () => {
	const { start, checked, starts } = checker();
	const client = new GrammarClient("american", start);
	const answers = await Promise.all([client.lint("a", "teh"), client.lint("b", "☠"), client.lint("c", "teh end")]);
	expect(answers.map((lints) => lints?.length)).toEqual([1, 0, 1]);
	expect(client.failed).toBeNull();
	expect(checked).toEqual(["teh", "☠", "teh end"]);
	expect(await client.lint("d", "☠")).toEqual([]);
	expect([starts(), checked.length]).toEqual([2, 3]);
});

test("a checker that falls over one text after the other cannot run here; answers between start the count anew", async () => {
	const { start, starts } = checker();
	const client = new GrammarClient("american", start);
	for (const text of ["☠ 1", "☠ 2", "one", "☠ 3", "☠ 4"]) expect(await client.lint("a", text)).toEqual([]);
	expect(client.failed).toBeNull();
	expect(await client.lint("a", "☠ 5")).toBeNull();
	expect(client.failed).toBe("missing");
	expect(await client.lint("a", "two")).toBeNull();
	expect(starts()).toBe(5);
});

test("a file is away when nobody answers for it, or with anything but the file", async () => {
	const answers = [new TypeError("Failed to fetch"), new Response(null, { status: 403 }), new Response(null)];
	vi.stubGlobal("fetch", async () => {
		const answer = answers.shift();
		if (answer instanceof Response) return answer;
		throw answer;
	});
	await expect(mustBeThere("checker.wasm")).rejects.toThrow(AwayError);
	await expect(mustBeThere("checker.wasm")).rejects.toThrow(AwayError);
	await expect(mustBeThere("checker.wasm")).resolves.toBeUndefined();
});
