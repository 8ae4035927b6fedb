/**
 * Vite plugin: leaves out of a catalogue what the window says without it. A sentence that is its own key is said by the
 * key; one that is not translated yet is said in English.
 */
export function ownWords() {
	return {
		name: "inkhour-own-words",
		enforce: "pre" as const,
		transform(code: string, id: string): { code: string; map: null } | undefined {
			if (!/\/app\/words\/[^/]+\.json$/.test(id.replaceAll("\\", "/"))) return undefined;
			const catalogue = JSON.parse(code) as Record<string, string>;
			const own = Object.entries(catalogue).filter(([key, words]) => words !== key && words !== "");
			return { code: JSON.stringify(Object.fromEntries(own)), map: null };
		},
	};
}
