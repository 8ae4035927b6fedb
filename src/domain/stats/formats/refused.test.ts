import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GUARD, read } from "#tests/support/stats-answers.ts";
import { StatsFileError } from "./format.ts";

describe("what is no stats file", () => {
	test.each([
		["", "empty"],
		["  \n", "empty"],
		["{", "cut short"],
		[`${GUARD}{"payload":{"value":[{"postId":`, "cut short"],
		["[1,2", "cut short"],
		['{"payload":{"user":{}}}', "not of stats"],
		['{"success":false,"error":"Not signed in"}', "Medium answered with an error"],
		['{"errors":[{"message":"Forbidden"}],"data":null}', "Medium answered with an error"],
		['[{"errors":[{"message":"Forbidden"}]}]', "Medium answered with an error"],
		['{"data":{"viewer":{}}}', "no stats"],
		["{}", "no stats"],
		['<?xml version="1.0"?><rss></rss>', "feed"],
		["<!doctype html><html></html>", "web page"],
		["PK\u0003\u0004\u0000", "not text"],
		["name,colour\nlamp,green", "columns are not known"],
		["Title,Views", "no figures"],
		["Title,Views\nA,many", "Not one row"],
		["just a sentence", "columns are not known"],
	])("%j", (text, message) => {
		expect(() => read(text)).toThrow(StatsFileError);
		expect(() => read(text)).toThrow(message);
	});

	test("no text throws anything but a StatsFileError", () => {
		const pieces = fc.constantFrom(
			"{",
			"}",
			"[",
			"]",
			'"payload"',
			'"value"',
			":",
			",",
			";",
			"\n",
			"Title",
			"Views",
			"Date",
			'"',
			"1",
			"\t",
			GUARD,
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces).map((parts) => parts.join("")),
				),
				(text) => {
					try {
						const parsed = read(text);
						expect(parsed.observations.length).toBeGreaterThan(0);
						for (const one of parsed.observations) expect(Number.isSafeInteger(one.value) && one.value >= 0).toBe(true);
					} catch (error) {
						expect(error).toBeInstanceOf(StatsFileError);
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});
