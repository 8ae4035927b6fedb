/** Vite plugin: the page asks for the room it usually opens with together with its own code, not after it. */

/** The chunk of the room, as `electron.vite.config.ts` names it. */
export const FIRST_ROOM = "write";

interface Chunk {
	name: string;
	fileName: string;
	viteMetadata?: { importedCss: Set<string> };
}

interface Link {
	tag: "link";
	attrs: Record<string, string | boolean>;
	injectTo: "head";
}

export function firstRoom() {
	return {
		name: "inkhour-first-room",
		transformIndexHtml: {
			order: "post" as const,
			handler(_html: string, { bundle }: { bundle?: Record<string, object> }): Link[] {
				if (!bundle) return [];
				const room = Object.values(bundle).find((file): file is Chunk => "name" in file && file.name === FIRST_ROOM);
				if (!room) throw new Error(`The window has no chunk "${FIRST_ROOM}"`);
				const link = (rel: string, file: string): Link => ({
					tag: "link",
					attrs: { rel, crossorigin: true, href: `./${file}` },
					injectTo: "head",
				});
				const styles = [...(room.viteMetadata?.importedCss ?? [])];
				return [link("modulepreload", room.fileName), ...styles.map((file) => link("stylesheet", file))];
			},
		},
	};
}
