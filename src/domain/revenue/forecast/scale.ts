/** Scales on which a series is forecast, so that what grows with its level is as large everywhere. */
import type { Forecaster } from "./smoothing.ts";

export interface Scale {
	to(value: number): number;
	back(value: number): number;
}

const PLAIN: Scale = { to: (value) => value, back: (value) => value };
const ROOT: Scale = { to: Math.sqrt, back: (value) => Math.max(0, value) ** 2 };
/** Above it a power of e is no number any more. */
const MOST = Math.log(Number.MAX_VALUE) - 1;
const LOGARITHM: Scale = { to: Math.log, back: (value) => Math.exp(Math.min(value, MOST)) };

/** On it seasons and trends are shares of the level. A series that touches nothing has roots, one below nothing only itself. */
export const shareScale = (values: readonly number[]): Scale =>
	values.every((value) => value > 0) ? LOGARITHM : rootScale(values);

/** Between shares and sums: low values weigh no more than they tell. */
export const rootScale = (values: readonly number[]): Scale => (values.every((value) => value >= 0) ? ROOT : PLAIN);

/** What a forecaster of scaled values says of the values themselves. */
export const unscaled = (forecaster: Forecaster, scale: Scale): Forecaster => ({
	from: (t, h) => scale.back(forecaster.from(t, h)),
});
