import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_SETTINGS } from "#contract/default-settings.ts";
import { type Settings, type SettingsPatch, type SettingsState, settingsSchema } from "#contract/settings.ts";
import { putInPlace } from "./lifecycle/files.ts";

const FILE = "settings.json";
const SET_ASIDE = "settings.set-aside.json";

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The writer's settings in one JSON file of the library's folder. A broken file or value never stops the studio: it
 * falls back to the default and the file as it was is kept as `settings.set-aside.json`.
 */
export class SettingsStore {
	readonly #directory: string;
	/** As in the file, with what newer versions added. */
	#raw: Record<string, unknown> = {};
	#state: SettingsState;

	constructor(directory: string) {
		this.#directory = directory;
		this.#state = this.#load();
	}

	get(): SettingsState {
		return this.#state;
	}

	/** Durable when it returns. Throws the file system's error when the folder cannot be written. */
	update(patch: SettingsPatch): SettingsState {
		const raw = { ...this.#raw, ...patch };
		if (this.#state.setAside.length > 0 && !existsSync(join(this.#directory, SET_ASIDE)))
			renameSync(join(this.#directory, FILE), join(this.#directory, SET_ASIDE));
		this.#write(JSON.stringify(raw, null, "\t"));
		this.#raw = raw;
		this.#state = { settings: parse(raw, []), setAside: [] };
		return this.#state;
	}

	#load(): SettingsState {
		const setAside: string[] = [];
		const stored = this.#read();
		if (stored === null) setAside.push("*");
		else this.#raw = stored;
		return { settings: parse(this.#raw, setAside), setAside };
	}

	/** `null` when there is a file that is not a JSON object. */
	#read(): Record<string, unknown> | null {
		let text: string;
		try {
			text = readFileSync(join(this.#directory, FILE), "utf8");
		} catch {
			return {};
		}
		try {
			const value: unknown = JSON.parse(text);
			return isObject(value) ? value : null;
		} catch {
			return null;
		}
	}

	#write(text: string): void {
		const target = join(this.#directory, FILE);
		const temporary = `${target}.${process.pid}.tmp`;
		try {
			writeFileSync(temporary, `${text}\n`);
			putInPlace(temporary, target);
		} catch (error) {
			rmSync(temporary, { force: true });
			throw error;
		}
	}
}

/** Every setting by its own schema; names of those that do not fit are added to `setAside`. */
function parse(raw: Record<string, unknown>, setAside: string[]): Settings {
	const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
	for (const [name, schema] of Object.entries(settingsSchema.shape)) {
		if (raw[name] === undefined) continue;
		const parsed = schema.safeParse(raw[name]);
		if (parsed.success) settings[name] = parsed.data;
		else setAside.push(name);
	}
	return settingsSchema.parse(settings);
}
