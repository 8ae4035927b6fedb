/** Reading JSON that Medium served: with or without its guard prefix, and sometimes only an error. */

import { message } from "../../words/message.ts";
import { StatsFileError } from "./format.ts";

/** Medium puts this before JSON so that no other page can run it. */
const GUARD = "])}while(1);</x>";

/** Whether the text is meant as JSON. */
export function looksLikeJson(text: string): boolean {
	const start = text.trimStart();
	return start.startsWith(GUARD) || start.startsWith("{") || start.startsWith("[");
}

/** @throws {StatsFileError} with the place of the fault */
export function parseGuardedJson(text: string): unknown {
	const start = text.trimStart();
	const json = start.startsWith(GUARD) ? start.slice(GUARD.length) : start;
	try {
		return JSON.parse(json);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		const end = json.trimEnd().length;
		const position = Math.min(Number(/at position (\d+)/.exec(said)?.[1] ?? end), end);
		const cut = /end of JSON|Unterminated/i.test(said) || position >= end;
		const character = text.length - json.length + position;
		throw new StatsFileError(
			"UNREADABLE_FILE",
			cut ? message("The file ends in the middle: it was cut short") : message("The file is not valid JSON"),
			cut
				? message("It ends at character {{character}}", { character })
				: message("The fault is at character {{character}}", { character }),
		);
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows names into objects; `undefined` where the way ends. */
export function at(value: unknown, ...path: string[]): unknown {
	let current = value;
	for (const name of path) current = isRecord(current) ? current[name] : undefined;
	return current;
}

/** The message of a saved error answer, or `null` when it is none. */
export function errorAnswer(value: unknown): string | null {
	if (!isRecord(value)) return null;
	const errors = value["errors"];
	if (Array.isArray(errors) && errors.length > 0) {
		const message = at(errors[0], "message");
		return typeof message === "string" && message !== "" ? message : "no reason given";
	}
	if (value["success"] === false) {
		const message = value["error"];
		return typeof message === "string" && message !== "" ? message : "no reason given";
	}
	return null;
}

/** A whole number of zero or more, or `null`. */
export function wholeNumber(value: unknown): number | null {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** An amount in whole minor units, negative where it is a correction, or `null`. */
export function wholeMinor(value: unknown): number | null {
	return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

export function textOf(value: unknown): string | null {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
