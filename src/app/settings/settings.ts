/** The writer's settings in the window: one store, filled at the start, applied to the page, kept by the service. */
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import { DEFAULT_SETTINGS } from "#contract/default-settings.ts";
import type { Settings, SettingsPatch, SettingsState } from "#contract/settings.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { rpc } from "../rpc.ts";
import { showLanguage } from "../words/words.ts";

interface Loaded {
	settings: Readonly<Settings>;
	/** Settings whose stored value could not be used. */
	setAside: readonly string[];
	/** False until the service has told, or has failed to. */
	ready: boolean;
}

let state: Loaded = { settings: DEFAULT_SETTINGS, setAside: [], ready: false };
const listeners = new Set<() => void>();

function change(next: Loaded): void {
	state = next;
	applyLook(next.settings);
	for (const listener of listeners) listener();
}

const MEASURES = { narrow: "560px", regular: "680px", wide: "800px" } as const;

function applyLook({ theme, textSize, lineWidth }: Settings): void {
	const root = document.documentElement;
	root.dataset["theme"] = theme;
	// On the element itself: it outranks the theme the page was served with.
	root.style.colorScheme = theme === "system" ? "light dark" : theme;
	root.style.setProperty("--story-size", `${textSize / 16}rem`);
	root.style.setProperty("--measure", MEASURES[lineWidth]);
}

/**
 * What the service told at the start; `null` when it did not, which leaves the defaults: settings never keep the studio
 * shut. Their language is there before anything is drawn, so that no other one is seen, nor fetched.
 */
export async function takeSettings(told: SettingsState | null): Promise<void> {
	const loaded = told ?? state;
	await showLanguage(loaded.settings.language);
	change({ ...loaded, ready: true });
}

/** What was sent last: of two changes the later one must arrive later, whatever connection it is sent by. */
let lastSent: Promise<unknown> = Promise.resolve();

function send(patch: SettingsPatch): Promise<unknown> {
	const sent = lastSent.catch(() => {}).then(() => rpc.settings.update.mutate(patch));
	lastSent = sent;
	return sent;
}

/** Takes effect at once; goes back, with a notice, when it could not be kept. */
export async function updateSettings(patch: SettingsPatch): Promise<void> {
	const before = state.settings;
	change({ ...state, settings: { ...before, ...patch } });
	if (patch.language !== undefined) void showLanguage(patch.language);
	try {
		await send(patch);
	} catch {
		change({ ...state, settings: { ...state.settings, ...pickFrom(before, patch) } });
		if (patch.language !== undefined) void showLanguage(before.language);
		showToast({ message: i18next.t("The setting could not be saved. It is as it was."), tone: "danger" });
	}
}

function pickFrom(settings: Settings, patch: SettingsPatch): SettingsPatch {
	return Object.fromEntries(Object.entries(settings).filter(([name]) => name in patch));
}

export function currentSettings(): Readonly<Settings> {
	return state.settings;
}

const subscribe = (changed: () => void) => {
	listeners.add(changed);
	return () => listeners.delete(changed);
};

export function useSettings(): Readonly<Settings> {
	return useSyncExternalStore(subscribe, currentSettings);
}

/** With what is not a setting itself: whether they have arrived, what was set aside. */
export function useSettingsState(): Loaded {
	return useSyncExternalStore(subscribe, () => state);
}
