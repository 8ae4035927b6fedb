import { expect, test } from "vitest";
import type { Zone } from "#domain/stats/observation.ts";
import { dayPeriod } from "#domain/stats/periods.ts";
import { handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { OriginTable } from "./origins.ts";

inOpenLibrary();

const views = (zone: Zone) =>
	({
		subject: "account",
		metric: "views",
		definition: "views-visitors",
		period: dayPeriod("2026-03-01", zone),
		value: 5,
		currency: null,
		rounding: "exact",
		provisional: false,
		row: 1,
		observedAt: "2026-03-02T00:00:00.000Z",
		importId: "a",
	}) as const;

test("each figure is of the days that its own statement counts", () => {
	const library = handle.library();
	if (!library) throw new Error("The library is closed.");
	const origins = new OriginTable(library);
	const zoneOf = (zone: Zone) => origins.list[origins.stated(views(zone)).origin]?.zone;
	expect([zoneOf("UTC"), zoneOf("local"), zoneOf("UTC")]).toEqual(["UTC", "local", "UTC"]);
	expect(origins.list).toHaveLength(2);
});
