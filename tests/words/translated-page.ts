/**
 * A page whose controls are found by their English names although it speaks another language: a name stands for every
 * sentence of the catalogue that holds it.
 */
import type { Locator, Page } from "@playwright/test";

type Name = string | RegExp;
type Catalogue = Readonly<Record<string, string>>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The sentence as a pattern, anything in its places. */
const pattern = (sentence: string) =>
	sentence
		.split(/\{\{[^}]*\}\}/)
		.map(escaped)
		.join("[\\s\\S]*?");

function translated(name: Name, english: Catalogue, other: Catalogue): Name {
	const wanted = typeof name === "string" ? new RegExp(escaped(name), "i") : name;
	const bases = Object.entries(english)
		.filter(([, sentence]) => wanted.test(sentence))
		.map(([key]) => key.replace(/_(?:one|other)$/, ""));
	const sentences = bases.flatMap((base) =>
		["", "_zero", "_one", "_two", "_few", "_many", "_other"].flatMap((form) => other[base + form] ?? []),
	);
	// Not ours: a title, a text.
	return sentences.length === 0 ? name : new RegExp(sentences.map(pattern).join("|"));
}

const NAMED = new Set(["getByText", "getByLabel", "getByPlaceholder", "getByTitle"]);

/** Wraps a page, or what is found in one. */
export function translate<Target extends Page | Locator>(target: Target, english: Catalogue, other: Catalogue): Target {
	return new Proxy(target, {
		get(wrapped, property) {
			const value: unknown = Reflect.get(wrapped, property, wrapped);
			if (typeof value !== "function") return value;
			return (...given: unknown[]) => {
				const [first, options] = given;
				if (NAMED.has(String(property))) given[0] = translated(first as Name, english, other);
				if (property === "getByRole" && typeof options === "object" && options !== null && "name" in options)
					given[1] = { ...options, name: translated(options.name as Name, english, other) };
				const result: unknown = Reflect.apply(value, wrapped, given);
				const isLocator = typeof result === "object" && result !== null && "getByRole" in result;
				return isLocator ? translate(result as Locator, english, other) : result;
			};
		},
	});
}
