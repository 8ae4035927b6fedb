import type { Page } from "@playwright/test";
import type { StudioClient } from "#service/client.ts";

/** What the library holds. Each is made once for all its scenes. */
export type LibraryKind =
	| "sample"
	/** Two imports with an edit in between. */
	| "imported"
	| "empty"
	/** Odd texts, few figures, leftovers: what a sample does not show. */
	| "own"
	/** Takes in pasted figures. */
	| "figures"
	| "damaged"
	| "backedUp"
	| "newer"
	| "locked"
	| "unusable";

/** A window and how it draws. Sizes in CSS pixels. */
export interface Frame {
	name: string;
	label: string;
	width: number;
	height: number;
	colorScheme: "light" | "dark";
	/** 2 stands for a zoom of 200 %: half the CSS pixels, the same screen. */
	scale: number;
	/** As in a system with colours of high contrast. */
	forcedColors?: boolean;
}

const FRAMES = {
	light: { label: "light · 1280 × 800", width: 1280, height: 800, colorScheme: "light", scale: 1 },
	dark: { label: "dark · 1280 × 800", width: 1280, height: 800, colorScheme: "dark", scale: 1 },
	contrast: {
		label: "high contrast · 1280 × 800",
		width: 1280,
		height: 800,
		colorScheme: "dark",
		scale: 1,
		forcedColors: true,
	},
	small: { label: "light · 900 × 600", width: 900, height: 600, colorScheme: "light", scale: 1 },
	zoom: { label: "dark · 200 %", width: 640, height: 400, colorScheme: "dark", scale: 2 },
	wide: { label: "light · 1920 × 1080", width: 1920, height: 1080, colorScheme: "light", scale: 1 },
} satisfies Record<string, Omit<Frame, "name">>;
type FrameName = keyof typeof FRAMES;

const framesOf = (...names: FrameName[]): readonly Frame[] => names.map((name) => ({ name, ...FRAMES[name] }));

/** Where only colours tell the windows apart. */
export const PAIR = framesOf("light", "dark");
/** Where the layout differs too. */
export const ALL = framesOf("light", "dark", "small", "zoom");
/** What stands for many: with high contrast and a large window. */
export const FULL = framesOf("light", "dark", "contrast", "wide", "small", "zoom");
/** States that only a narrow window has. */
export const NARROW = framesOf("zoom");
export const SMALL = framesOf("small", "zoom");

export interface Scene {
	name: string;
	library: LibraryKind;
	/** Address fragment. Names in capitals stand for the ids of stories, see `libraries.ts`. */
	at: string;
	frames: readonly Frame[];
	/** Brings the screen into its state; throws when it cannot be reached. `client` calls the service beside the window. */
	prepare?: (page: Page, client: StudioClient) => Promise<unknown>;
	/** Runs before the page is loaded. */
	before?: (page: Page) => Promise<unknown>;
	/** Some calls are never answered: nothing waits for them. */
	held?: true;
	/** What is open does not outlive another size of the window: the state is reached again in each. */
	anew?: true;
	/** Changes the library: comes after the scenes that look. */
	changes?: true;
}

/** Scenes in the order of the gallery's page. */
export interface Room {
	name: string;
	scenes: readonly Scene[];
}
