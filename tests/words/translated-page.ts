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

/** Whether a name is the sentence with something in its places. */
const isFilled = (sentence: string, name: Name) =>
	typeof name === "string" &&
	/\p{L}{4}/u.test(sentence.replace(/\{\{[^}]*\}\}/g, "")) &&
	new RegExp(`^${pattern(sentence)}$`).test(name);

function translated(name: Name, english: Catalogue, other: Catalogue): Name {
	const wanted = typeof name === "string" ? new RegExp(escaped(name), "i") : name;
	const bases = Object.entries(english)
		.filter(([, sentence]) => wanted.test(sentence.replace(/\{\{[^}]*\}\}/g, "1")) || isFilled(sentence, name))
		.map(([key]) => key.replace(/_(?:one|other)$/, ""));
	const sentences = bases.flatMap((base) =>
		["", "_zero", "_one", "_two", "_few", "_many", "_other"].flatMap((form) => other[base + form] ?? []),
	);
	// The name as it is may be the writer's: a title, a word of a text.
	return sentences.length === 0 ? name : new RegExp([...sentences.map(pattern), wanted.source].join("|"), "i");
}

const NAMED = new Set(["getByText", "getByLabel", "getByPlaceholder", "getByTitle"]);

/** Wraps a page, or what is found in one. */
export function translate<Target extends Page | Locator>(target: Target, english: Catalogue, other: Catalogue): Target {
	return new Proxy(target, {
		get(wrapped, property) {
			const value: unknown = Reflect.get(wrapped, property, wrapped);
			if (typeof value !== "function") return value;
			return (...given: unknown[]) => {
				const [first] = given;
				if (NAMED.has(String(property))) given[0] = translated(first as Name, english, other);
				given.forEach((one, at) => {
					if (typeof one !== "object" || one === null) return;
					for (const place of ["name", "hasText"])
						if (place in one)
							given[at] = { ...one, [place]: translated(Reflect.get(one, place) as Name, english, other) };
				});
				const result: unknown = Reflect.apply(value, wrapped, given);
				const isLocator = typeof result === "object" && result !== null && "getByRole" in result;
				return isLocator ? translate(result as Locator, english, other) : result;
			};
		},
	});
}
