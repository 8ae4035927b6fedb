import type { Keys } from "../commands/keys.ts";

export const PALETTE_KEYS: Keys = "Mod+K";
export const SHORTCUTS_KEYS: Keys = ["Mod+/", "?"];
