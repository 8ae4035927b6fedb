/** `--currency`: whose earnings count where they are in several. */
import type { AgedAnswer } from "#contract/earn.ts";
import { currencySchema } from "#contract/settings.ts";
import { message } from "#domain/words/message.ts";
import { StudioError } from "#service/errors.ts";
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

/**
 * A script that wants pounds is not served with dollars. Without any earnings at all the answer says that itself.
 * @throws {StudioError} NOT_FOUND where nothing was earned in the currency asked for
 */
export function expectCurrency(
	asked: string | null,
	{ currency: counted, asOf }: Pick<AgedAnswer, "currency" | "asOf">,
): void {
	if (asked === null || asked === counted || asOf === null) return;
	throw new StudioError(
		"NOT_FOUND",
		message("No earnings in {{asked}} are known. Those that are known are in {{currency}}", {
			asked,
			currency: counted,
		}),
	);
}
