import { describe, expect, test } from "vitest";
import { type Column, type ColumnId, defaultColumns } from "./columns.ts";

const column = (id: ColumnId): Column => ({ id, label: id, width: 100, value: () => null });
const all = ["publishedAt", "earnings", "reads", "views", "claps", "boosted", "fans"] as const;

describe("columns nobody chose", () => {
	const within = (room: number, ids: readonly ColumnId[] = all) =>
		defaultColumns(ids.map(column), room).filter((id) => ids.includes(id));

	test("are as many as there is room for, what was earned first", () => {
		expect(within(299)).toEqual(["earnings", "views"]);
		expect(within(300)).toEqual(["earnings", "views", "boosted"]);
		expect(within(9_999)).toEqual(["earnings", "views", "boosted", "publishedAt", "reads", "claps"]);
	});

	test("are one at least", () => {
		expect(within(0)).toEqual(["earnings"]);
		expect(within(0, ["claps", "reads"])).toEqual(["reads"]);
	});

	test("hold those that only other figures have, so that a choice does not lose them", () => {
		expect(defaultColumns([column("earnings")], 100)).toContain("memberReadingSeconds");
		expect(defaultColumns([], 0)).toContain("earnings");
	});
});
