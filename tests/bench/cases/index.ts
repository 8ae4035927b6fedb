import type { Bench } from "../bench.ts";
import { coachBench } from "./coach.ts";
import { importBench } from "./import.ts";
import { revenueBench } from "./revenue.ts";
import { saveBench } from "./save.ts";
import { search } from "./search.ts";
import { startBench } from "./start.ts";

/** Every bench. To add one: a file in this folder that exports a `Bench`, and its name here. */
export const benches: readonly Bench[] = [coachBench, importBench, revenueBench, saveBench, search, startBench];
