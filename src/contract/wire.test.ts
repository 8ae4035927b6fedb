import fc from "fast-check";
import superjson from "superjson";
import { expect, test } from "vitest";
import { wire } from "./wire.ts";

const throughWire = (value: unknown) => wire.deserialize(JSON.parse(JSON.stringify(wire.serialize(value))));

test("anything comes back as it was", () => {
	const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true });
	fc.assert(
		fc.property(anything, (value) => {
			let expected: unknown;
			try {
				expected = superjson.parse(superjson.stringify(value));
			} catch {
				// Names that superjson refuses.
				return;
			}
			expect(throughWire(value)).toEqual(expected);
		}),
	);
	for (const value of [undefined, -0, Number.NaN, [undefined], { a: undefined }, new Date(0), "", null])
		expect(throughWire(value)).toStrictEqual(superjson.parse(superjson.stringify(value)));
});

test("plain data is written down as it stands", () => {
	const report = { counts: { added: 3 }, files: [{ file: "a.html", notes: [], size: 1.5, kept: true, twin: null }] };
	expect(wire.serialize(report)).toEqual({ json: report });
});

test("data that contains itself ends", () => {
	const ring: { next?: unknown } = {};
	ring.next = ring;
	const back = throughWire({ ring }) as { ring: { next: unknown } };
	expect(back.ring.next).toBe(back.ring);
});
