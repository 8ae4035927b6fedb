import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storyTitle } from "../story/text.ts";
import { emptySlots } from "./cadence.ts";
import { isoWeek, monthGrid, weekStart } from "./calendar.ts";
import { knownSpelling, parseCapture, topicKey } from "./capture.ts";
import { draftDocument } from "./draft.ts";
import { timing } from "./entry.ts";
import { ideaHeat, ideaState, matchesWords } from "./idea.ts";
import { dropIndex, inOrder, placeAt } from "./order.ts";
import { overtakenParts } from "./part-days.ts";
import {
	addDays,
	addMonths,
	dateParts,
	dayNumber,
	daysBetween,
	fromDayNumber,
	parsePlainDate,
	plainDate,
	plainDateAt,
	WEEKDAYS,
	weekdayOf,
} from "./plain-date.ts";

const day = (text: string) => {
	const date = parsePlainDate(text);
	if (date === null) throw new Error(text);
	return date;
};
const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromDayNumber);
const anyWeekday = fc.constantFrom(...WEEKDAYS);

describe("calendar dates", () => {
	test("agree with the platform's UTC calendar", () => {
		fc.assert(
			fc.property(anyDate, (date) => {
				const platform = new Date(`${date}T00:00:00Z`);
				expect(platform.toISOString().slice(0, 10)).toBe(date);
				expect(dayNumber(date)).toBe(platform.getTime() / 86_400_000);
				expect(weekdayOf(date)).toBe(platform.getUTCDay() || 7);
			}),
		);
	});

	test("days that do not exist are no dates", () => {
		for (const text of [
			"2025-02-29",
			"1900-02-29",
			"2026-13-01",
			"2026-00-10",
			"2026-04-31",
			"2026-1-1",
			"0000-01-01",
			"",
		])
			expect(parsePlainDate(text), text).toBeNull();
		expect(parsePlainDate("2000-02-29")).toBe("2000-02-29");
		expect(() => plainDate(2025, 2, 29)).toThrow(RangeError);
	});

	test("the leap day, month ends and year ends", () => {
		expect(addDays(day("2028-02-28"), 1)).toBe("2028-02-29");
		expect(addDays(day("2027-02-28"), 1)).toBe("2027-03-01");
		expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
		expect(addMonths(day("2028-01-31"), 1)).toBe("2028-02-29");
		expect(addMonths(day("2028-02-29"), 12)).toBe("2029-02-28");
		expect(addMonths(day("2026-01-15"), -1)).toBe("2025-12-15");
		expect(daysBetween(day("2026-03-28"), day("2026-03-30"))).toBe(2);
	});

	test("adding and taking away days is the identity, and text order is day order", () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: -10_000, max: 10_000 }), (date, days) => {
				const other = addDays(date, days);
				expect(addDays(other, -days)).toBe(date);
				expect(daysBetween(date, other)).toBe(days);
				expect(other < date).toBe(days < 0);
			}),
		);
	});

	test("an instant is the day of its zone, also when the clocks change", () => {
		const instant = new Date("2026-03-29T00:30:00Z");
		expect(plainDateAt(instant, "Europe/Berlin")).toBe("2026-03-29");
		expect(plainDateAt(instant, "America/Los_Angeles")).toBe("2026-03-28");
		expect(plainDateAt(new Date("2026-10-25T23:30:00Z"), "Europe/Berlin")).toBe("2026-10-26");
		expect(plainDateAt(new Date("2026-12-31T11:00:00Z"), "Pacific/Kiritimati")).toBe("2027-01-01");
		const local = new Date(2028, 1, 29, 23, 59, 59);
		expect(plainDateAt(local)).toBe("2028-02-29");
	});
});

describe("weeks and months", () => {
	test("a grid has whole weeks, starts on the right weekday and holds every day of its month once", () => {
		fc.assert(
			fc.property(anyDate, anyWeekday, (date, start) => {
				const weeks = monthGrid(date, start);
				expect(weeks.length).toBeGreaterThanOrEqual(4);
				expect(weeks.length).toBeLessThanOrEqual(6);
				const days = weeks.flat();
				for (const week of weeks) expect([week.length, weekdayOf(week[0]!.date)]).toEqual([7, start]);
				for (const [at, each] of days.entries()) expect(each.date).toBe(addDays(days[0]!.date, at));
				const own = days.filter((each) => each.inMonth);
				expect(own[0]!.date.slice(8)).toBe("01");
				expect(own.every((each) => each.date.slice(0, 7) === date.slice(0, 7))).toBe(true);
				expect(own.some((each) => each.date === date)).toBe(true);
			}),
		);
	});

	test("February 2027 fits four weeks from Monday", () => {
		expect(monthGrid(day("2027-02-14"), 1)).toHaveLength(4);
		expect(monthGrid(day("2027-02-14"), 7)).toHaveLength(5);
	});

	test("ISO weeks: 53 in a long year, and the days around New Year", () => {
		expect(isoWeek(day("2026-12-31"))).toEqual({ year: 2026, week: 53 });
		expect(isoWeek(day("2027-01-03"))).toEqual({ year: 2026, week: 53 });
		expect(isoWeek(day("2027-01-04"))).toEqual({ year: 2027, week: 1 });
		expect(isoWeek(day("2024-12-30"))).toEqual({ year: 2025, week: 1 });
	});

	test("the week starts where the locale says", () => {
		expect([weekStart("en-US"), weekStart("de-DE"), weekStart("ar-EG")]).toEqual([7, 1, 6]);
	});

	test("empty slots are the free days of the rhythm from today on", () => {
		const taken = new Set([day("2026-05-08")]);
		expect(emptySlots([2, 5], day("2026-05-01"), day("2026-05-15"), day("2026-05-05"), taken)).toEqual([
			"2026-05-05",
			"2026-05-12",
			"2026-05-15",
		]);
		expect(emptySlots([], day("2026-05-01"), day("2026-05-15"), day("2026-05-05"), taken)).toEqual([]);
	});
});

describe("order", () => {
	test("any run of moves ends in the same order as the same moves on a plain list", () => {
		const moves = fc.array(fc.tuple(fc.nat(7), fc.integer({ min: -1, max: 9 })), { maxLength: 80 });
		fc.assert(
			fc.property(moves, (steps) => {
				const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
				let items = ids.map((id, at) => ({ id, position: at * 2 }));
				let plain = [...ids];
				for (const [which, to] of steps) {
					const id = ids[which]!;
					const changed = new Map(placeAt(items, id, to).map((each) => [each.id, each.position]));
					items = items.map((each) => ({ ...each, position: changed.get(each.id) ?? each.position }));
					const others = plain.filter((each) => each !== id);
					const at = Math.max(0, Math.min(to, others.length));
					plain = [...others.slice(0, at), id, ...others.slice(at)];
				}
				expect(inOrder(items).map((each) => each.id)).toEqual(plain);
			}),
		);
	});

	test("a move changes one position where there is room, and a new item comes in", () => {
		const items = [0, 1024, 2048].map((position, at) => ({ id: "abc"[at]!, position }));
		expect(placeAt(items, "c", 0)).toEqual([{ id: "c", position: -1024 }]);
		expect(placeAt(items, "a", 1)).toEqual([{ id: "a", position: 1536 }]);
		expect(placeAt(items, "b", 1)).toEqual([]);
		expect(placeAt(items, "new", 99)).toEqual([{ id: "new", position: 3072 }]);
	});
});

test("something dropped lands where the line was drawn", () => {
	const anyDrop = fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom("before" as const, "after" as const));
	fc.assert(
		fc.property(anyDrop, ([from, target, edge]) => {
			const ids = ["a", "b", "c", "d", "e"];
			const wanted = ids.flatMap((id, at) => {
				const own = at === from ? [] : [id];
				if (at !== target) return own;
				return edge === "before" ? [ids[from]!, ...own] : [...own, ids[from]!];
			});
			const others = ids.filter((_, at) => at !== from);
			const to = dropIndex(from, target, edge);
			expect([...others.slice(0, to), ids[from]!, ...others.slice(to)]).toEqual(wanted);
		}),
	);
	expect(dropIndex(0, 3, "over")).toBe(3);
});

describe("ideas", () => {
	test("a topic is a last word with a hash, and only that", () => {
		expect(parseCapture("  Lamps that   last #home_light ")).toEqual({ title: "Lamps that last", topic: "home light" });
		expect(parseCapture("量子のはなし #科学")).toEqual({ title: "量子のはなし", topic: "科学" });
		expect(parseCapture("Two tags #a #b")).toEqual({ title: "Two tags #a", topic: "b" });
		for (const line of ["#lamps", "Learning C#", "We are #1", "A #b c", ""])
			expect(parseCapture(line)).toEqual({ title: line, topic: "" });
	});

	test("nothing typed is lost and nothing crashes", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (line) => {
				const { title, topic } = parseCapture(line);
				const kept = `${title}${topic}`.replace(/[\s_#]/gu, "");
				expect(kept).toBe(line.toWellFormed().replace(/[\s_#]/gu, ""));
			}),
		);
	});

	test("a topic takes the spelling already in use", () => {
		expect(knownSpelling("sci-fi", ["Sci Fi", "Lamps"])).toBe("Sci Fi");
		expect(knownSpelling(" New  one ", ["Lamps"])).toBe("New one");
		expect(topicKey("Café Life")).toBe(topicKey("cafe-life"));
	});

	test("the state follows the story", () => {
		expect(ideaState(false, null)).toBe("open");
		expect(ideaState(false, { stage: "ready", trashed: false })).toBe("started");
		expect(ideaState(false, { stage: "published", trashed: false })).toBe("published");
		expect(ideaState(false, { stage: "draft", trashed: true })).toBe("open");
		expect(ideaState(true, { stage: "published", trashed: false })).toBe("dropped");
	});

	test("heat is the sum of what it shows and cools with time", () => {
		const idea = { angle: "x", audience: "", note: "y", effort: "medium" as const };
		const heat = ideaHeat(idea, day("2026-05-01"), day("2026-05-31"));
		expect(heat).toEqual({ total: 55, freshness: 20, groundwork: 20, ease: 15, idleDays: 30 });
		fc.assert(
			fc.property(anyDate, fc.nat(4000), fc.nat(4000), (changed, a, b) => {
				const early = ideaHeat(idea, changed, addDays(changed, Math.min(a, b)));
				const late = ideaHeat(idea, changed, addDays(changed, Math.max(a, b)));
				expect(late.total).toBeLessThanOrEqual(early.total);
				expect(early.total).toBeLessThanOrEqual(100);
			}),
		);
	});

	test("words are found whatever their case and accents", () => {
		expect(matchesWords(["Café life", "home"], "HOME cafe")).toBe(true);
		expect(matchesWords(["Café life"], "lamp")).toBe(false);
		expect(matchesWords([], "  ")).toBe(true);
	});
});

test("lateness is counted in calendar days", () => {
	const today = day("2026-05-10");
	expect(timing(null, null, today)).toEqual({ kind: "none" });
	expect(timing(day("2026-05-07"), null, today)).toEqual({ kind: "late", days: 3 });
	expect(timing(today, null, today)).toEqual({ kind: "today" });
	expect(timing(day("2026-05-11"), null, today)).toEqual({ kind: "ahead", days: 1 });
	expect(timing(day("2026-05-07"), day("2026-05-09"), today)).toEqual({
		kind: "published",
		on: "2026-05-09",
		daysAfterPlan: 2,
	});
});

test("a part that comes out before an earlier one is told which", () => {
	const days = (...dates: (string | null)[]) =>
		overtakenParts(dates.map((date, at) => ({ number: at + 1, date: date === null ? null : day(date) })));
	expect(days(null, "2026-12-08", "2026-12-01", null, "2026-12-09")).toEqual([
		null,
		null,
		{ number: 2, date: "2026-12-08" },
		null,
		null,
	]);
	expect(days("2026-12-01", "2026-12-01")).toEqual([null, null]);
	expect(days("2026-12-05", "2026-12-09", "2026-12-01", "2026-12-07")).toEqual([
		null,
		null,
		{ number: 2, date: "2026-12-09" },
		{ number: 2, date: "2026-12-09" },
	]);
});

test("a draft holds everything that was planned", () => {
	const document = draftDocument({
		title: "Lamps",
		kicker: "Light · Part 2",
		notes: [
			{ label: "Promise", text: "Choose one lamp" },
			{ label: "Angle", text: "  " },
		],
	});
	expect(document.blocks.map((block) => block.type)).toEqual(["kicker", "title", "note", "paragraph"]);
	expect(storyTitle(document)).toBe("Lamps");
	expect(document.blocks[2]).toMatchObject({ spans: [{ text: "Promise: Choose one lamp" }] });
	expect(dateParts(day("2026-05-01"))).toEqual({ year: 2026, month: 5, day: 1 });
});
