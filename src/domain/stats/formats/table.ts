/** Tables with named columns: CSV of several tools, and what a writer pastes from a page or a spreadsheet. */
import { isMessage, type Message, message } from "../../words/message.ts";
import { boostIsToCome, boostToCome } from "../boost.ts";
import type { Period, Subject } from "../observation.ts";
import { isMoney, storySubject, titleSubject } from "../observation.ts";
import { addDays, calendarDate, dayPeriod, daysBetween, lifetime, monthOf, monthPeriod } from "../periods.ts";
import { type DateOrder, monthNumber, parseDate, utcDayOfLocalStamp } from "./dates.ts";
import {
	notCount,
	type ParseContext,
	type ParsedStats,
	type RejectedRow,
	StatsCollector,
	StatsFileError,
	type StatsFormat,
	shortened,
} from "./format.ts";
import { parseCount, parseMinor, parseMoney } from "./numbers.ts";
import {
	type ColumnRole,
	columnRoles,
	hasOpenDate,
	headerCurrency,
	isOfBoosts,
	isReadableHeader,
} from "./table-columns.ts";
import { dateOrders, formatOf, readTable, type Table } from "./table-file.ts";

const MEDIUM_ID_AT_END = /(?:^|[-/])([0-9a-f]{9,12})(?:[?#].*)?$/;

const isAmount = (role: ColumnRole | null) =>
	role === "earningsMinor" || (role !== null && typeof role === "object" && isMoney(role.metric));

/** What a cell of Boosts says of a story that has none. */
const NOT_BOOSTED = /^(?:[-–]|no|none|never|false|0)?$/i;

class TableReader {
	readonly #out: StatsCollector;
	readonly #roles: (ColumnRole | null)[];
	readonly #header: readonly string[];
	readonly #format: StatsFormat;
	readonly #orderOf: (role: ColumnRole) => DateOrder;
	/** The date column is the story's publication, not the day of the counts. */
	readonly #dateIsPublication: boolean;
	/** Stamps without a zone that are UTC days printed in some local one. */
	readonly #localStamps: boolean;
	/** `YYYY-MM` that the rows are of because no column says of when they are. */
	readonly #givenMonth: string | null;
	/** See `ParseContext`. */
	readonly #today: string | undefined;
	/** Rows that were taken without their day of publication, or of the Boost, and why. */
	readonly #dayless = { published: [] as RejectedRow[], boosted: [] as RejectedRow[] };
	/** Ids of rows that were taken, one a row, that are not Medium's. */
	readonly #foreignIds: string[] = [];

	constructor(table: Table, { month = null, today }: Pick<ParseContext, "month" | "today">) {
		this.#header = table.header;
		this.#roles = columnRoles(table.header);
		if (!isReadableHeader(this.#roles))
			throw new StatsFileError(
				"UNSUPPORTED_FORMAT",
				message(
					"The table's columns are not known: it needs a story or a date, and a number such as views, reads or earnings",
				),
				message("Its first row names these: {{columns}}", {
					columns: table.header.slice(0, 12).join(", ").slice(0, 200),
				}),
			);
		this.#format = formatOf(table.header);
		this.#out = new StatsCollector(this.#format);
		this.#today = today;
		this.#orderOf = this.#format === "stats-export-csv" ? () => "day-first" : dateOrders(this.#roles, table);
		const dates = this.#has("date") ? table.records.map(({ cells }) => this.#cell(cells, "date")) : [];
		const named = this.#has("title") || this.#has("id");
		const repeated = this.#subjectsRepeat(table);
		this.#dateIsPublication =
			this.#format === "better-stats-stories-csv" ||
			(this.#format === "table" && named && !repeated && !this.#has("published") && hasOpenDate(table.header));
		this.#localStamps =
			dates.length > 0 && dates.every((date) => /^\d{4}-\d\d-\d\d[T ](?:0[1-9]|1\d|2[0-3]):00(?::00)?$/.test(date));
		const timeless = this.#format === "table" && !this.#hasTime();
		this.#givenMonth = timeless ? month : null;
		this.#out.month = this.#givenMonth;
		this.#out.undated = timeless && month === null && this.#roles.some(isAmount);
	}

	read(table: Table): ParsedStats {
		for (const { row, cells } of table.records) {
			const width = cells.findLastIndex((cell) => cell !== "") + 1;
			const last = row === table.records.at(-1)?.row;
			if (last && (table.cut || cells.length < this.#roles.length))
				this.#out.reject(row, message("The row is cut short"));
			else if (cells.length < this.#roles.length || width > this.#roles.length)
				this.#out.reject(
					row,
					message("The row has {{count}} fields, the header {{columns}}", {
						count: cells.length,
						columns: this.#roles.length,
						defaultValue_one: "The row has {{count}} field, the header {{columns}}",
					}),
				);
			else this.#record(row, cells);
		}
		if (this.#dateIsPublication && this.#format === "table")
			this.#out.note(
				message(
					"Every story stands once, so its date was read as the day it was published. Where it is the day of the figures, head the column “Day”.",
				),
			);
		if (this.#out.undated)
			this.#out.note(
				message(
					"No column says of when the amounts are, so they count as totals to date. If they are one month's, give the month.",
				),
			);
		this.#noteDayless();
		const [foreign] = this.#foreignIds;
		if (foreign !== undefined)
			this.#out.note(
				message(
					'{{count}} rows have an id that is not one of Medium\'s, such as "{{id}}": there the story is known by its address or title.',
					{
						count: this.#foreignIds.length,
						id: shortened(foreign),
						defaultValue_one:
							'{{count}} row has an id that is not one of Medium\'s, "{{id}}": there the story is known by its address or title.',
					},
				),
			);
		return this.#out.result();
	}

	#noteDayless(): void {
		const { published, boosted } = this.#dayless;
		const [unpublished] = published;
		if (unpublished)
			this.#out.note(
				message("{{count}} rows came in without their day of publication. Row {{row}}, for one: {{reason}}", {
					count: published.length,
					row: unpublished.row,
					reason: unpublished.reason,
					defaultValue_one: "Row {{row}} came in without its day of publication: {{reason}}",
				}),
			);
		const [unboosted] = boosted;
		if (unboosted)
			this.#out.note(
				message("{{count}} rows came in without the day of their Boost. Row {{row}}, for one: {{reason}}", {
					count: boosted.length,
					row: unboosted.row,
					reason: unboosted.reason,
					defaultValue_one: "Row {{row}} came in without the day of its Boost: {{reason}}",
				}),
			);
	}

	#has(role: ColumnRole): boolean {
		return this.#roles.includes(role);
	}

	/** Whether a column says of when the figures are. */
	#hasTime(): boolean {
		const year = this.#has("year") && this.#has("monthNumber");
		return year || this.#has("periodStart") || this.#has("month") || (this.#has("date") && !this.#dateIsPublication);
	}

	#cell(cells: readonly string[], role: ColumnRole): string {
		return cells[this.#roles.indexOf(role)] ?? "";
	}

	#subjectsRepeat(table: Table): boolean {
		const seen = new Set<string>();
		for (const { cells } of table.records) {
			const name = this.#cell(cells, "id") || this.#cell(cells, "title");
			if (name !== "" && seen.has(name)) return true;
			seen.add(name);
		}
		return false;
	}

	#subject(cells: readonly string[]): Subject | null {
		const id = storySubject(this.#cell(cells, "id"));
		if (id) return id;
		const inUrl = MEDIUM_ID_AT_END.exec(this.#cell(cells, "url"))?.[1];
		if (inUrl) return storySubject(inUrl);
		const title = this.#cell(cells, "title");
		if (title !== "") return titleSubject(title);
		return this.#has("id") || this.#has("title") || this.#has("url") ? null : "account";
	}

	/** The period of a record, or the reason why it has none. */
	#period(cells: readonly string[]): Period | Message {
		const zone =
			this.#format === "stats-export-csv" || this.#format === "better-stats-views-csv" ? "local" : "unstated";
		if (this.#has("year") && this.#has("monthNumber")) {
			const [year, month, day] = (["year", "monthNumber", "dayNumber"] as const).map((role) =>
				Number(this.#cell(cells, role)),
			);
			const date = calendarDate(year ?? 0, month ?? 0, day ?? 0);
			return date ? dayPeriod(date, zone) : message("The date is not a date of the calendar");
		}
		if (this.#has("periodStart")) return this.#span(cells);
		if (this.#has("month")) {
			const month = this.#month(this.#cell(cells, "month"), this.#cell(cells, "year"));
			return month
				? monthPeriod(month, "unstated")
				: message('The month is not a month: "{{text}}"', { text: shortened(this.#cell(cells, "month")) });
		}
		if (!this.#hasTime()) return this.#givenMonth ? monthPeriod(this.#givenMonth, "unstated") : lifetime("local");
		const text = this.#cell(cells, "date");
		const date = this.#localStamps ? utcDayOfLocalStamp(text) : parseDate(text, this.#orderOf("date"));
		if (date) return dayPeriod(date, this.#localStamps || /Z$/.test(text) ? "UTC" : zone);
		return this.#noDay("date", text, message('The date is not a date: "{{text}}"', { text: shortened(text) }));
	}

	/** Why a day that could not be read is none. */
	#noDay(role: ColumnRole, text: string, otherwise: Message): Message {
		const eitherWay = parseDate(text, "day-first") ?? parseDate(text, "month-first");
		return this.#orderOf(role) === "ambiguous" && eitherWay !== null
			? message('The date may be day or month first: "{{text}}"', { text: shortened(text) })
			: otherwise;
	}

	/** The day of a Boost, `null` where there was none, or the reason why it cannot be taken. */
	#boostDay(cells: readonly string[]): string | null | Message {
		const text = this.#cell(cells, "boosted");
		if (NOT_BOOSTED.test(text)) return null;
		const day = parseDate(text, this.#orderOf("boosted"));
		if (day === null) {
			const noDate = message('The day of the Boost is not a date: "{{text}}"', { text: shortened(text) });
			return this.#noDay("boosted", text, noDate);
		}
		return this.#today !== undefined && boostIsToCome(day, this.#today) ? boostToCome(day) : day;
	}

	/** The day of publication, `null` where none is stated, or the reason why it cannot be taken. */
	#publicationDay(cells: readonly string[]): string | null | Message {
		const role = this.#dateIsPublication ? "date" : "published";
		const text = this.#cell(cells, role);
		if (/^[-–]?$/.test(text)) return null;
		const noDate = message('The day of publication is not a date: "{{text}}"', { text: shortened(text) });
		return parseDate(text, this.#orderOf(role)) ?? this.#noDay(role, text, noDate);
	}

	#span(cells: readonly string[]): Period | Message {
		const start = parseDate(this.#cell(cells, "periodStart"), this.#orderOf("periodStart"));
		const end = parseDate(this.#cell(cells, "periodEnd"), this.#orderOf("periodEnd"));
		if (!start) return message("The period has no start");
		if (!end || daysBetween(start, end) <= 0) return monthPeriod(monthOf(start), "unstated");
		const month = monthPeriod(monthOf(start), "unstated");
		// Some write the last day, some the day after it.
		if (start === month.start && (end === month.end || addDays(end, 1) === month.end)) return month;
		const days = daysBetween(start, end);
		if (days === 1) return dayPeriod(start, "unstated");
		if (days === 6 || days === 7) return { grain: "week", start, end: addDays(start, 7), zone: "unstated" };
		return message("The period is neither a month, a week nor a day");
	}

	#month(text: string, year: string): string | null {
		const numeric = /^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?$/.exec(text);
		const named = /^([A-Za-z]{3})[a-z]*\.?,?\s*(\d{4})?$/.exec(text);
		const date = numeric
			? calendarDate(Number(numeric[1]), Number(numeric[2]), 1)
			: named
				? calendarDate(Number(named[2] ?? year), monthNumber(named[1] ?? ""), 1)
				: calendarDate(Number(year), Number(text), 1);
		return date && monthOf(date);
	}

	#record(row: number, cells: readonly string[]) {
		const subject = this.#subject(cells);
		if (!subject) return this.#out.reject(row, message("The row names no story"));
		if (isOfBoosts(this.#roles)) return this.#boost(row, subject, cells);
		const period = this.#period(cells);
		if (isMessage(period)) return this.#out.reject(row, period);
		const found: Parameters<StatsCollector["add"]>[0][] = [];
		for (const [column, role] of this.#roles.entries()) {
			const text = cells[column] ?? "";
			if (role === null || text === "" || text === "-" || text === "–") continue;
			if (role === "earningsMinor") {
				const cents = parseMinor(text);
				if (cents === null)
					return this.#out.reject(
						row,
						message('{{column}} is not a whole number of cents: "{{text}}"', {
							column: this.#header[column] ?? "",
							text: shortened(text),
						}),
						period,
					);
				found.push({
					row,
					subject,
					metric: "earnings",
					definition: "earnings-as-reported",
					period,
					value: cents,
				});
			} else if (typeof role === "object") {
				const read = this.#number(role, column, text);
				if (isMessage(read)) return this.#out.reject(row, read, period);
				found.push({ row, subject, period, ...role, ...read });
			}
		}
		if (found.length === 0) return this.#out.reject(row, message("The row has no numbers"), period);
		for (const one of found) this.#out.add(one);
		const id = this.#cell(cells, "id");
		if (id !== "" && !storySubject(id)) this.#foreignIds.push(id);
		if (subject !== "account") this.#facts(row, subject, cells);
	}

	/** A row of a table without numbers. */
	#boost(row: number, subject: Subject, cells: readonly string[]): void {
		const day = this.#boostDay(cells);
		// A story that was not boosted says nothing here that its figures do not.
		if (day === null) return;
		if (typeof day === "string") this.#facts(row, subject, cells);
		else this.#out.reject(row, day);
	}

	#number(role: Extract<ColumnRole, object>, column: number, text: string) {
		const name = this.#header[column] ?? "";
		if (role.metric === "earnings" || role.metric === "referralEarnings") {
			const money = parseMoney(text);
			if (!money)
				return message('{{column}} is not an amount of money: "{{text}}"', { column: name, text: shortened(text) });
			return { value: money.value, currency: money.currency ?? headerCurrency(name) ?? "USD" };
		}
		return parseCount(text) ?? notCount(name, text);
	}

	#facts(row: number, subject: Subject, cells: readonly string[]): void {
		const minutes = /^\d+(?:[.,]\d+)?/.exec(this.#cell(cells, "readingMinutes"))?.[0];
		const days = { published: this.#publicationDay(cells), boosted: this.#boostDay(cells) };
		const taken = (which: keyof typeof days): string | null => {
			const day = days[which];
			if (typeof day === "string") return `${day}T00:00:00.000Z`;
			if (day !== null) this.#dayless[which].push({ row, reason: day });
			return null;
		};
		this.#out.story({
			subject,
			title: this.#cell(cells, "title") || null,
			publishedAt: taken("published"),
			boostedAt: taken("boosted"),
			readingSeconds: minutes === undefined ? null : Math.round(Number(minutes.replace(",", ".")) * 60),
			collection: this.#cell(cells, "collection") || null,
			url: this.#cell(cells, "url") || null,
		});
	}
}

/** @throws {StatsFileError} when no header is known */
export function parseTable(text: string, context: Pick<ParseContext, "month" | "today">): ParsedStats {
	const table = readTable(text.trimStart());
	return new TableReader(table, context).read(table);
}
