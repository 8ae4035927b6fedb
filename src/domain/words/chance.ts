/** Chances that a simulation counted. */
import { type MessageValue, message } from "./message.ts";

/** What a thousand courses can be sure of, as shares. */
const SUREST = 0.99;
const LEAST = 0.01;

/** A share of simulated courses as sentences tell it: in whole percent, and never surer than courses can be. */
export function chanceValue(share: number): MessageValue {
	if (share > SUREST) return message("over {{share}}", { share: { share: SUREST } });
	if (share < LEAST) return message("under {{share}}", { share: { share: LEAST } });
	return { share: Math.round(100 * share) / 100 };
}
