import type { Keys } from "#ui/keys/keys.ts";

export const PALETTE_KEYS: Keys = "Mod+K";
export const SHORTCUTS_KEYS: Keys = ["Mod+/", "?"];
