import type { AgedAnswer } from "#contract/earn.ts";

/** How old the figures of an answer are, as every command of Earn says it in its JSON. */
export const agedFields = ({ asOf, age }: Pick<AgedAnswer, "asOf" | "age">) => ({
	asOf,
	monthsSince: age.monthsSince,
	outdated: age.outdated,
});
