/** A table before its rows are read: its cells, whose format its header is, and how its days are written. */
import Papa from "papaparse";
import { type DateOrder, dateOrder } from "./dates.ts";
import type { StatsFormat } from "./format.ts";
import type { ColumnRole } from "./table-columns.ts";

export interface Table {
	header: string[];
	/** Cells with the record's number in the file; the header is record 1. */
	records: { row: number; cells: string[] }[];
	/** The last record ends inside quotes. */
	cut: boolean;
}

export function readTable(text: string): Table {
	const first = text.split(/\r?\n/, 1)[0] ?? "";
	const delimiter = [",", ";", "\t", "|"].reduce((best, mark) =>
		first.split(mark).length > first.split(best).length ? mark : best,
	);
	const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
	const cut = parsed.errors.some((error) => error.code === "MissingQuotes");
	const [header = [], ...rest] = parsed.data;
	const records = rest
		.map((cells, index) => ({ row: index + 2, cells: cells.map((cell) => cell.trim()) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ""));
	return { header: header.map((cell) => cell.trim()), records, cut };
}

export function formatOf(header: readonly string[]): StatsFormat {
	const line = header.map((name) => name.toLowerCase().replace(/\s/g, "")).join(",");
	if (line.startsWith("period_start,period_end,followers_gained")) return "medium-audience-csv";
	if (line === "title,views,reads,r/v,claps,fans,c/f,date") return "better-stats-stories-csv";
	if (line === "year,month,day,views") return "better-stats-views-csv";
	if (line.includes("earningscents") || line.startsWith("date,views,reads,claps,replies")) return "stats-export-csv";
	if (line.startsWith("title,id,href,presentations")) return "stats-extension-csv";
	return "table";
}

/** Columns of days; of those that are together the days are written in one order. */
const DATE_COLUMNS: readonly (readonly ColumnRole[])[] = [
	["date"],
	["periodStart", "periodEnd"],
	["published"],
	["boosted"],
];

/**
 * In which order the days of a column are written. A column that does not show it follows the others, where those that do
 * agree.
 */
export function dateOrders(roles: readonly (ColumnRole | null)[], table: Table): (role: ColumnRole) => DateOrder {
	const orders = DATE_COLUMNS.map((some) => {
		const columns = some.map((role) => roles.indexOf(role)).filter((column) => column >= 0);
		return dateOrder(columns.flatMap((column) => table.records.map(({ cells }) => cells[column] ?? "")));
	});
	const shown = new Set(orders.filter((order) => order === "day-first" || order === "month-first"));
	const [shared] = shown.size === 1 ? shown : [];
	return (role) => {
		const order = orders[DATE_COLUMNS.findIndex((some) => some.includes(role))] ?? "ambiguous";
		return order === "ambiguous" ? (shared ?? order) : order;
	};
}
