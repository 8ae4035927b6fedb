import type { Bench } from "../bench.ts";

/** Every bench. To add one: a file in this folder that exports a `Bench`, and its name here. */
export const benches: readonly Bench[] = [];
