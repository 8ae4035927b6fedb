/** The language of the system's dialogs: the one chosen in Settings, else the system's. */
import { setTimeout as wait } from "node:timers/promises";
import { app } from "electron";
import { type Catalogue, type Speaker, speaker } from "#domain/words/catalogue.ts";
import type { StudioClient } from "#service/client.ts";

/** Every catalogue beside English, part of the bundle. */
const found = import.meta.glob<Catalogue>(["../../src/app/words/*.json", "!../../src/app/words/en.json"], {
	import: "default",
	eager: true,
});

export const CATALOGUES: Record<string, Catalogue> = Object.fromEntries(
	Object.entries(found).map(([path, catalogue]) => [path.replace(/^.*\/|\.json$/g, ""), catalogue]),
);

/** A dialog waits no longer for the setting. */
const PATIENCE_MS = 500;

/** Asks for the setting each time: it may have changed. A service that does not answer leaves the system's language. */
export async function dialogWords(client: StudioClient): Promise<Speaker["say"]> {
	const asked = client.settings.get.query().then(
		({ settings }) => settings.language,
		() => "system",
	);
	const choice = await Promise.race([asked, wait(PATIENCE_MS, "system", { ref: false })]);
	return speaker(choice, app.getPreferredSystemLanguages(), CATALOGUES).say;
}
