/** Where the window was. */
import { type Rectangle, screen } from "electron";
import Store from "electron-store";
import { z } from "zod";

const stateSchema = z.object({
	bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }).optional(),
	maximized: z.boolean().default(false),
	fullScreen: z.boolean().default(false),
});
export type WindowState = z.infer<typeof stateSchema>;

export const MINIMUM_SIZE = { width: 720, height: 480 };
const DEFAULT_SIZE = { width: 1280, height: 800 };
/** So much of the title bar must be on a screen for the window to be caught by the mouse. */
const REACHABLE = { width: 120, height: 32 };

/** Size and place for a window. Centred (no place) when the screen it was on is gone or it was never opened. */
export function fitToScreens(
	bounds: Rectangle | undefined,
	workAreas: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } {
	const home = workAreas[0];
	const within = (size: { width: number; height: number }, area: { width: number; height: number } | undefined) => ({
		width: Math.max(MINIMUM_SIZE.width, Math.min(size.width, area?.width ?? size.width)),
		height: Math.max(MINIMUM_SIZE.height, Math.min(size.height, area?.height ?? size.height)),
	});
	const area =
		bounds &&
		workAreas.find((candidate) => {
			const visible =
				Math.min(bounds.x + bounds.width, candidate.x + candidate.width) - Math.max(bounds.x, candidate.x);
			const titleShows = bounds.y >= candidate.y - 8 && bounds.y + REACHABLE.height <= candidate.y + candidate.height;
			return visible >= REACHABLE.width && titleShows;
		});
	return bounds && area ? { x: bounds.x, y: bounds.y, ...within(bounds, area) } : within(bounds ?? DEFAULT_SIZE, home);
}

/** Kept in the app's own folder; a file that cannot be read is set aside by starting from nothing. */
export class WindowStateStore {
	readonly #store = new Store<{ window: unknown }>({ name: "window", clearInvalidConfig: true });

	read(): WindowState {
		return stateSchema.catch({ maximized: false, fullScreen: false }).parse(this.#store.get("window") ?? {});
	}

	write(state: WindowState): void {
		this.#store.set("window", state);
	}

	placement(): ReturnType<typeof fitToScreens> {
		const primary = screen.getPrimaryDisplay();
		const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
		return fitToScreens(
			this.read().bounds,
			[primary, ...others].map((display) => display.workArea),
		);
	}
}
