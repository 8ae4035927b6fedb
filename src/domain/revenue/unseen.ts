/** Whether an effect helps to tell stories that it was not learned from. */
import { meanOf } from "./averages.ts";

/** Standard errors above nothing from which on a benefit is none of chance. */
const STANDS_OUT = 2;

/** Squared errors of one story: without the effect, and with it as the other stories tell it. */
export interface Unseen {
	without: number;
	left: number;
}

export interface Help {
	/** Share of the squared error that the effect takes away; below 0 it would have done harm. */
	benefit: number;
	standsOut: boolean;
}

export function helpOf(stories: readonly Unseen[]): Help {
	const gains = stories.map(({ without, left }) => without - left);
	const gain = meanOf(gains);
	const squares = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0);
	const error = Math.sqrt(squares / Math.max(1, gains.length - 1) / Math.max(1, gains.length));
	const plain = stories.reduce((sum, { without }) => sum + without, 0);
	return {
		benefit: plain > 0 ? (gain * gains.length) / plain : 0,
		standsOut: gain > STANDS_OUT * error,
	};
}
