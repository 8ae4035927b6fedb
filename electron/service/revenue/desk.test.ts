import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { plainDate } from "#domain/planning/plain-date.ts";
import { directory, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { SettingsStore } from "../settings.ts";
import { RevenueDesk } from "./desk.ts";

inOpenLibrary();

/** Less than any thread can do with. */
const TOO_LITTLE_MB = 4;

test("how much is too much is counted on a thread, not on the service's own", async () => {
	const desk = new RevenueDesk(TOO_LITTLE_MB);
	const statements: string[] = [];
	const database = new Database(file, { verbose: (sql) => statements.push(String(sql)) });
	const library = Object.assign(Object.create(handle.library()!), { database });
	const asking = { today: plainDate(2026, 11, 26), importedBy: null, currency: null };
	const { settings } = new SettingsStore(directory).get();
	const answer = desk.ask(library, asking, settings, { ask: "quick", months: 3, seed: 1 });
	await expect(answer).rejects.toMatchObject({ code: "OUT_OF_MEMORY", message: expect.stringMatching(/^0 figures/) });
	expect(statements.length).toBeGreaterThan(0);
	expect(statements.filter((sql) => sql.includes("observation"))).toEqual([]);
	await desk.close();
	database.close();
});

test("an answer that takes longer than an idle thread is kept is waited for, and the thread is then given up", async () => {
	const desk = new RevenueDesk(undefined, 1);
	const asking = { today: plainDate(2026, 11, 26), importedBy: null, currency: null };
	const { settings } = new SettingsStore(directory).get();
	const answer = () => desk.ask(handle.library()!, asking, settings, { ask: "quick", months: 3, seed: 1 });
	expect(await answer()).toMatchObject({ months: [], refusals: [{ code: "no-earnings" }] });
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(await answer()).toMatchObject({ months: [] });
	await desk.close();
});
