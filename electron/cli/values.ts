import { english, type Message } from "#domain/words/message.ts";
import type { CommandContext } from "./command.ts";

/** Checks a flag's number. @param allowed what `fits` lets through, in words */
export function numberProblem(flag: string, fits: (value: number) => boolean, allowed: string) {
	return (given: string): string | null => {
		if (given.trim() === "" || Number.isNaN(Number(given))) return `--${flag} "${given}" is not a number`;
		return fits(Number(given)) ? null : `--${flag} is ${allowed}`;
	};
}

/** The number a flag was given; `undefined` without the flag. It was checked by `numberProblem`. */
export function numberOf({ text }: Pick<CommandContext, "text">, flag: string): number | undefined {
	const given = text(flag);
	return given === undefined ? undefined : Number(given);
}

/** Writes minor units as English writes money. */
export function moneyWriter(currency: string): (minor: number) => string {
	const format = new Intl.NumberFormat("en", { style: "currency", currency });
	const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
	return (minor) => format.format(minor / 10 ** digits);
}

export const sentences = (messages: readonly Message[]): string[] => messages.map(english);
