/** `--currency`: whose earnings count where they are in several. */
import { currencySchema } from "#contract/settings.ts";
import type { CommandContext, Flag } from "./command.ts";

export const CURRENCY_FLAGS: Readonly<Record<string, Flag>> = {
	currency: {
		value: "CODE",
		help: "Count the earnings in this currency, such as EUR (default: the one set, else that of the most amounts)",
		problem: (given) =>
			currencySchema.safeParse(given).success ? null : `--currency "${given}" is no code such as EUR`,
	},
};

/** The currency asked for; `null` is the one that is set. */
export const askedCurrency = ({ text }: Pick<CommandContext, "text">): string | null => text("currency") ?? null;

/** Said where nothing was earned in the currency asked for. */
export const currencyNotes = (asked: string | null, counted: string): string[] =>
	asked === null || asked === counted ? [] : [`No earnings in ${asked} are known: those in ${counted} are counted.`];
