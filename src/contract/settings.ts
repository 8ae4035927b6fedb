/** What the writer can set. Kept in `settings.json` beside the library, so that it is readable whatever state the library is in. */
import { z } from "zod";
import { choicesNow } from "#domain/feedback/former-rules.ts";
import { DIALECTS, MOST_WORD_LENGTH, MOST_WORDS } from "#domain/feedback/language/grammar/dialects.ts";
import type { RuleChoices } from "#domain/feedback/rule-choices.ts";
import { MOST_LEAST_PAYOUT } from "./default-settings.ts";

/** ISO 4217. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** What the writer changed about the coach's rules, by rule id. */
const ruleChoicesSchema = z
	.record(
		z.string().max(100),
		z.object({ on: z.boolean().optional(), thresholds: z.record(z.string().max(60), z.number()).optional() }),
	)
	.transform(choicesNow) satisfies z.ZodType<RuleChoices>;

/** Every setting with the value it has before the writer changes it. */
export const settingsSchema = z.object({
	theme: z.enum(["system", "light", "dark"]),
	/** `system`, or the code of a catalogue such as "en". */
	language: z.string().min(2).max(35),
	weekStart: z.enum(["system", "monday", "saturday", "sunday"]),
	/** Story text in CSS pixels. */
	textSize: z.int().min(16).max(28),
	lineWidth: z.enum(["narrow", "regular", "wide"]),
	libraryShown: z.boolean(),
	/** What a window that was asked for no page shows: where the writer was, or a blank page. */
	opensAt: z.enum(["last", "new"]),
	/** Where the window was last, as the fragment of its address. Kept by the window itself. */
	lastPlace: z.string().startsWith("#/").max(200),
	/** The three doors were closed. */
	firstRunDismissed: z.boolean(),
	/** What the palette ran last, newest first: "command:story.new", "story:<id>". */
	recent: z.array(z.string().max(200)).max(12),
	coachRules: ruleChoicesSchema,
	/** Findings about words are marked in the text while the coach is open. */
	coachMarks: z.boolean(),
	/** Whose English the spelling of English text is checked by. */
	grammarDialect: z.enum(DIALECTS),
	/** Words the writer added: their spelling is right. */
	dictionary: z.array(z.string().min(1).max(MOST_WORD_LENGTH)).max(MOST_WORDS),
	/** Days from which what an hour of reading is worth may be another. ISO dates. */
	ruleDays: z.array(z.iso.date()).max(50),
	/** Share of a payout that is withheld for tax, 0 to 1. */
	taxWithheld: z.number().min(0).max(1),
	/** Minor units of the program's currency below which a payout rolls over. */
	leastPayout: z.int().min(0).max(MOST_LEAST_PAYOUT),
	/** The same of earnings in other currencies, in theirs; one that is absent is not known. */
	otherLeastPayouts: z.record(currencySchema, z.int().min(0).max(MOST_LEAST_PAYOUT)),
	/** Currency whose earnings count where there are several; `null` is the one with the most amounts. */
	countedCurrency: currencySchema.nullable(),
	/** Day of the following month by which payouts usually start; every month has it. */
	payoutDay: z.int().min(1).max(28),
	/** New stories a month, planned ones among them, that a projection counts on; `null` takes the writer's own pace. */
	storiesAMonth: z.number().min(0).max(60).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a save changes; what is absent stays. */
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** The settings in force, and what of the file could not be used. */
export interface SettingsState {
	settings: Settings;
	/** Names of settings whose stored value did not fit; the whole file is `"*"`. Their old text is kept beside the library. */
	setAside: string[];
}
