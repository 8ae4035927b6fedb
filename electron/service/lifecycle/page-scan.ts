/**
 * Rows read from the pages of a database file themselves, for what SQLite cannot reach because a page above it is broken.
 * Formats: https://www.sqlite.org/fileformat2.html#b_tree_pages and #record_format
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export type ColumnType = "INTEGER" | "TEXT" | "REAL" | "BLOB";
export type CellValue = string | bigint | number | Buffer | null;

/** The rows of a table, or the entries of an index, as its declaration has them. */
export interface TableShape {
	name: string;
	/** Whether the record is the key, as in indexes and tables without rowids. */
	keyed: boolean;
	/** In the order of the record. */
	columns: readonly { name: string; type: ColumnType | "ANY"; notNull: boolean; isRowid: boolean }[];
	/** Whether its checks let a row of these types in. */
	admits?: (values: readonly CellValue[]) => boolean;
}

export interface ScannedRow {
	table: TableShape;
	/** `null` where the record is the key. */
	rowid: bigint | null;
	/** In the order of the shape's columns; one written before the last of them were added has none for those. */
	values: CellValue[];
}

/** Kinds of pages with records on them, by their first byte: their header's length, and whether records are keys. */
const KINDS: ReadonlyMap<number, { header: number; keyed: boolean; hasChildren: boolean }> = new Map([
	[0x0d, { header: 8, keyed: false, hasChildren: false }],
	[0x0a, { header: 8, keyed: true, hasChildren: false }],
	[0x02, { header: 12, keyed: true, hasChildren: true }],
]);
const HEADER_BYTES = 100;
/** Of the number of the page that a cell leads to. */
const CHILD_BYTES = 4;

/** A cell, a chain or a record that cannot be what it would have to be. */
class Unsound extends Error {}

class Reader {
	readonly #bytes: Buffer;
	at: number;
	constructor(bytes: Buffer, at: number) {
		this.#bytes = bytes;
		this.at = at;
	}
	varint(): bigint {
		let value = 0n;
		for (let n = 0; n < 9; n += 1) {
			const byte = this.#bytes[this.at];
			if (byte === undefined) throw new Unsound();
			this.at += 1;
			if (n === 8) return BigInt.asIntN(64, (value << 8n) | BigInt(byte));
			value = (value << 7n) | BigInt(byte & 0x7f);
			if (byte < 0x80) break;
		}
		return value;
	}
	take(bytes: number): Buffer {
		const end = this.at + bytes;
		if (end > this.#bytes.length) throw new Unsound();
		const taken = this.#bytes.subarray(this.at, end);
		this.at = end;
		return taken;
	}
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function text(bytes: Buffer): string {
	// No text of ours has one; pages filled with zeros do.
	if (bytes.includes(0)) throw new Unsound();
	try {
		return utf8.decode(bytes);
	} catch {
		throw new Unsound();
	}
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function cellValue(kind: number, reader: Reader): CellValue {
	if (kind === 0) return null;
	if (kind === 7) return reader.take(8).readDoubleBE();
	if (kind === 8 || kind === 9) return BigInt(kind - 8);
	const bytes = INTEGER_BYTES[kind];
	if (bytes !== undefined) {
		const taken = reader.take(bytes);
		return bytes === 8 ? taken.readBigInt64BE() : BigInt(taken.readIntBE(0, bytes));
	}
	if (kind < 12) throw new Unsound();
	const taken = reader.take((kind - (kind % 2 === 0 ? 12 : 13)) / 2);
	return kind % 2 === 0 ? Buffer.from(taken) : text(taken);
}

/** All values of a record, whose length must come out exactly. */
function record(payload: Buffer): CellValue[] {
	const head = new Reader(payload, 0);
	const headBytes = Number(head.varint());
	const body = new Reader(payload, headBytes);
	const kinds: number[] = [];
	while (head.at < headBytes) kinds.push(Number(head.varint()));
	if (head.at !== headBytes) throw new Unsound();
	const values = kinds.map((kind) => cellValue(kind, body));
	if (body.at !== payload.length) throw new Unsound();
	return values;
}

function fitsType(value: CellValue, { type, notNull, isRowid }: TableShape["columns"][number]): boolean {
	if (isRowid) return value === null;
	if (value === null) return !notNull;
	switch (type) {
		case "TEXT":
			return typeof value === "string";
		case "INTEGER":
			return typeof value === "bigint";
		// Whole numbers are stored as such.
		case "REAL":
			return typeof value === "number" || typeof value === "bigint";
		case "BLOB":
			return value instanceof Buffer;
		case "ANY":
			return true;
	}
}

const fits = (values: readonly CellValue[], { columns }: TableShape) =>
	values.length > 0 &&
	values.length <= columns.length &&
	columns.every((column, at) => (column.isRowid && at >= values.length ? false : fitsType(values[at] ?? null, column)));

type Cell = Omit<ScannedRow, "table">;

/** Whether a row of a table's types is one of its rows, from what it must be to what it most likely is. */
const SIGNS: readonly ((values: readonly CellValue[], shape: TableShape) => boolean)[] = [
	() => true,
	(values, { admits }) => admits?.(values) ?? true,
	(values, { columns }) => values.length === columns.length,
	(_, { columns }) => columns.every(({ type }) => type !== "ANY"),
];

/** Whose rows a page holds: the table whose types most of them fit; of several, the one that more of `SIGNS` speak for. */
function tableOf(cells: readonly Cell[], shapes: readonly TableShape[]): TableShape | null {
	let left = shapes;
	for (const isSign of SIGNS) {
		const counts = left.map(
			(shape) => cells.filter(({ values }) => fits(values, shape) && isSign(values, shape)).length,
		);
		const most = Math.max(1, ...counts);
		left = left.filter((_, at) => counts[at] === most);
		if (left.length < 2) break;
	}
	return left.length === 1 ? (left[0] ?? null) : null;
}

class PageFile {
	readonly #file: number;
	readonly pageBytes: number;
	readonly pages: number;
	/** How many pages the file says it has. */
	readonly statedPages: number;
	/** How many free pages the file says it has. */
	readonly freeCount: number;
	/** Bytes of a page that hold data. */
	readonly #usable: number;

	constructor(file: number) {
		this.#file = file;
		const header = Buffer.alloc(HEADER_BYTES);
		readSync(file, header, 0, HEADER_BYTES, 0);
		const stated = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
		this.pageBytes = stated >= 512 && (stated & (stated - 1)) === 0 ? stated : 4096;
		this.#usable = this.pageBytes - (header[20] ?? 0);
		this.statedPages = header.readUInt32BE(28);
		this.freeCount = header.readUInt32BE(36);
		this.pages = Math.ceil(fstatSync(file).size / this.pageBytes);
	}

	page(number: number): Buffer {
		const page = Buffer.alloc(this.pageBytes);
		readSync(this.#file, page, 0, this.pageBytes, (number - 1) * this.pageBytes);
		return page;
	}

	/** Pages on the list of free ones, as far as it can be followed: what they hold was deleted. */
	freePages(): Set<number> {
		const free = new Set<number>();
		let trunk = this.page(1).readUInt32BE(32);
		while (trunk > 1 && trunk <= this.pages && !free.has(trunk)) {
			free.add(trunk);
			const page = this.page(trunk);
			const leaves = page.readUInt32BE(4);
			if (leaves > this.#usable / 4 - 2) break;
			for (let at = 0; at < leaves; at += 1) free.add(page.readUInt32BE(8 + 4 * at));
			trunk = page.readUInt32BE(0);
		}
		return free;
	}

	/** Rowid and record of one cell of a page, the pages that its text goes on in followed to their end. */
	cell(page: Buffer, at: number, keyed: boolean): Cell {
		const reader = new Reader(page.subarray(0, this.#usable), at);
		const length = Number(reader.varint());
		const rowid = keyed ? null : reader.varint();
		if (length < 2 || length > this.pages * this.pageBytes) throw new Unsound();
		const most = keyed ? Math.floor(((this.#usable - 12) * 64) / 255) - 23 : this.#usable - 35;
		if (length <= most) return { rowid, values: record(reader.take(length)) };
		const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
		const fitting = least + ((length - least) % (this.#usable - 4));
		const parts = [reader.take(fitting <= most ? fitting : least)];
		let left = length - (parts[0]?.length ?? 0);
		let next = reader.take(4).readUInt32BE();
		const seen = new Set<number>();
		while (left > 0) {
			if (next < 2 || next > this.pages || seen.has(next)) throw new Unsound();
			seen.add(next);
			const overflow = this.page(next);
			const part = overflow.subarray(4, 4 + Math.min(left, this.#usable - 4));
			parts.push(part);
			left -= part.length;
			next = overflow.readUInt32BE(0);
		}
		// A chain that goes on, or ends early, was written over: half a text is none.
		if (next !== 0) throw new Unsound();
		return { rowid, values: record(Buffer.concat(parts)) };
	}
}

/** Whether the list of free pages can be followed to its end, in a file that is not cut short. */
export function hasWholeFreeList(path: string): boolean {
	const descriptor = openSync(path, "r");
	try {
		const file = new PageFile(descriptor);
		return file.pages >= file.statedPages && file.freePages().size === file.freeCount;
	} finally {
		closeSync(descriptor);
	}
}

/** Most bytes that stand before a record's head: its length and the row's number. */
const MOST_BEFORE = 13;

/**
 * Rows of a table that lie in a file's bytes, whether anything leads to them or not; one that is a row of its page too.
 * @param beginning of each record, behind the length of its head
 * @param withFree also on pages that are free: what they hold was moved or deleted
 */
export function* scanBytes(
	path: string,
	shape: TableShape,
	beginning: Buffer,
	withFree: boolean,
): Generator<ScannedRow> {
	const descriptor = openSync(path, "r");
	try {
		const file = new PageFile(descriptor);
		const free = withFree ? new Set<number>() : file.freePages();
		for (let number = 1; number <= file.pages; number += 1) {
			if (free.has(number)) continue;
			const page = file.page(number);
			for (let at = page.indexOf(beginning); at >= 0; at = page.indexOf(beginning, at + 1)) {
				const cell = cellBefore(file, page, at - 1, shape);
				if (cell) yield { table: shape, ...cell };
			}
		}
	} finally {
		closeSync(descriptor);
	}
}

/** The row whose record begins at a place of a page, if there is one. */
function cellBefore(file: PageFile, page: Buffer, record: number, shape: TableShape): Cell | null {
	for (let at = record - 2; at >= Math.max(0, record - MOST_BEFORE); at -= 1)
		try {
			const cell = file.cell(page, at, shape.keyed);
			if (fits(cell.values, shape)) return cell;
		} catch (error) {
			if (!(error instanceof Unsound)) throw error;
		}
	return null;
}

/**
 * Every row on a page that looks like one of the wanted tables'. A page counts for the table that most of its
 * cells fit; cells that do not, or are not whole, are left out, and so are pages that two tables fit as well.
 * @param shapes of all tables and indexes of the file
 */
export function* scanPages(
	path: string,
	shapes: readonly TableShape[],
	wanted: ReadonlySet<string>,
): Generator<ScannedRow> {
	const descriptor = openSync(path, "r");
	try {
		const file = new PageFile(descriptor);
		const free = file.freePages();
		for (let number = 2; number <= file.pages; number += 1) {
			const page = file.page(number);
			const kind = KINDS.get(page[0] ?? 0);
			if (!kind || free.has(number)) continue;
			const count = page.readUInt16BE(3);
			if (count > file.pageBytes / 4) continue;
			const cells: Cell[] = [];
			for (let n = 0; n < count; n += 1) {
				try {
					const at = page.readUInt16BE(kind.header + 2 * n) + (kind.hasChildren ? CHILD_BYTES : 0);
					cells.push(file.cell(page, at, kind.keyed));
				} catch (error) {
					if (!(error instanceof Unsound)) throw error;
				}
			}
			const table = tableOf(
				cells,
				shapes.filter(({ keyed }) => keyed === kind.keyed),
			);
			if (table && wanted.has(table.name))
				for (const cell of cells) if (fits(cell.values, table)) yield { table, ...cell };
		}
	} finally {
		closeSync(descriptor);
	}
}
