import type { Figure, Origin } from "#contract/stats.ts";
import { definitionOf } from "#domain/stats/definitions.ts";
import type { Statement } from "#domain/stats/observation.ts";
import type { Sum } from "#domain/stats/sums.ts";
import type { Library } from "../library.ts";

/** Gives figures their way back; equal origins are sent once. */
export class OriginTable {
	readonly list: Origin[] = [];
	readonly #places = new Map<string, number>();
	readonly #names: ReadonlyMap<string, string>;

	constructor(library: Library) {
		const imports = library.database
			.prepare<[], { id: string; name: string }>("SELECT id, source_name AS name FROM import")
			.all();
		this.#names = new Map(imports.map(({ id, name }) => [id, name]));
	}

	/** A figure as it was stated. */
	stated(statement: Statement): Figure {
		return this.#figure(statement.value, statement, null);
	}

	/** A sum of statements of one kind; its origin is the newest of them. */
	sum(sum: Sum | null): Figure | null {
		if (!sum) return null;
		const { newest, value, provisional, start, end, count } = sum;
		if (count === 1) return this.stated(newest);
		return this.#figure(value, { ...newest, period: { ...newest.period, start, end }, provisional }, count);
	}

	#figure(value: number, one: Statement, sumOf: number | null): Figure {
		const { text, source } = definitionOf(one.definition);
		const origin: Origin = {
			metric: one.metric,
			definition: text,
			definitionSource: source,
			grain: one.period.grain,
			start: one.period.start,
			end: one.period.end,
			zone: one.period.zone,
			observedAt: one.observedAt,
			importId: one.importId,
			sourceName: this.#names.get(one.importId) ?? "",
			rounding: one.rounding,
			sumOf,
		};
		const key = `${one.definition} ${origin.grain} ${origin.zone} ${origin.start} ${origin.end} ${origin.observedAt} ${origin.importId} ${origin.rounding} ${sumOf}`;
		let place = this.#places.get(key);
		if (place === undefined) {
			place = this.list.push(origin) - 1;
			this.#places.set(key, place);
		}
		return {
			value,
			currency: one.currency,
			origin: place,
			row: sumOf === null ? one.row : null,
			provisional: one.provisional,
		};
	}
}
