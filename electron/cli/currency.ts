/** `--currency`: whose earnings count where they are in several. */
import type { AgedAnswer } from "#contract/earn.ts";
import { currencySchema } from "#contract/settings.ts";
import type { CommandContext, Flag } from "./command.ts";

export const CURRENCY_FLAGS: Readonly<Record<string, Flag>> = {
	currency: {
		value: "CODE",
		help: "Count the earnings in this currency, such as EUR (default: the one set, else that of the most amounts)",
		problem: (given) =>
			currencySchema.safeParse(given).success ? null : `--currency "${given}" is not a currency code, such as EUR`,
	},
};

/** The currency asked for; `null` is the one that is set. */
export const askedCurrency = ({ text }: Pick<CommandContext, "text">): string | null => text("currency") ?? null;

/** Whether what was asked for is what was counted: a script that wants pounds is not served with dollars. */
export const countsAsAsked = (asked: string | null, counted: string): boolean => asked === null || asked === counted;

/** Said where nothing was earned in the currency asked for. Without any earnings at all the answer says that itself. */
export const currencyNotes = (
	asked: string | null,
	{ currency: counted, asOf }: Pick<AgedAnswer, "currency" | "asOf">,
): string[] =>
	countsAsAsked(asked, counted) || asOf === null
		? []
		: [`No earnings in ${asked} are known: those in ${counted} are counted.`];
