import fc from "fast-check";
import { expect, test } from "vitest";
import { safeHref } from "../story/links.ts";
import { storedAddress } from "./address.ts";

test("an address that is taken by its looks is one that a browser can open", () => {
	const label = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
	const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
	const rest = fc.oneof(fc.constant(""), fc.stringMatching(/^[/?#:@][!-~]{0,16}$/));
	fc.assert(
		fc.property(fc.constantFrom("http://", "https://"), host, rest, (scheme, name, path) => {
			const address = `${scheme}${name}${path}`;
			expect(storedAddress(address)).toBe(safeHref(address) === null ? null : address);
		}),
		{ numRuns: 3_000 },
	);
});
