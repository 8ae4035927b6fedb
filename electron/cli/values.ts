import { english, type Message } from "#domain/words/message.ts";
import { StudioError } from "#service/errors.ts";
import type { CommandContext } from "./command.ts";

/** The number a flag was given; `undefined` without the flag. @throws {StudioError} INVALID_INPUT */
export function numberOf({ text }: Pick<CommandContext, "text">, command: string, flag: string): number | undefined {
	const given = text(flag);
	if (given === undefined) return undefined;
	if (given.trim() === "" || Number.isNaN(Number(given)))
		throw new StudioError("INVALID_INPUT", `${command}: --${flag} "${given}" is not a number`);
	return Number(given);
}

/** Writes minor units as English writes money. */
export function moneyWriter(currency: string): (minor: number) => string {
	const format = new Intl.NumberFormat("en", { style: "currency", currency });
	const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
	return (minor) => format.format(minor / 10 ** digits);
}

export const sentences = (messages: readonly Message[]): string[] => messages.map(english);
