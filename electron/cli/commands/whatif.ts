import { assumptionsSchema, MOST_FACTOR, type WhatIfAssumptions, whatIfInputSchema } from "#contract/earn.ts";
import { ageMessage } from "#domain/revenue/age.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { chanceValue } from "#domain/words/chance.ts";
import { englishValue } from "#domain/words/message.ts";
import { StudioError } from "#service/errors.ts";
import { agedFields } from "../aged.ts";
import type { Command } from "../command.ts";
import { askedCurrency, CURRENCY_FLAGS, expectCurrency } from "../currency.ts";
import { REPLAY_FLAGS, replayedAt, replayNotes } from "../replay.ts";
import { moneyWriter, numberOf, numberProblem, sentences } from "../values.ts";
import { DRAWING_FLAGS, drawingOf } from "./project.ts";

const HELP = [
	"cadence: stories a month; series: dates of more of them, with ; between and the whole in quotes, 'series=2026-01-31;2026-02-28'; stop, plan: true or false;",
	"rate: factor on what an hour is worth; length, readRatio: factors on those of new stories, which move their hours as your",
	"own stories show, else as much; boost: how often new stories are boosted (0 never, 1 as now); it changes nothing where yours do not tell what that brings;",
	"evergreen: factor on the part of it that hardly fades; weekday: 1 (Monday) to 7, where your figures show it matters",
].join(" ");
const NAMES = Object.keys(assumptionsSchema.shape);

function givenValue(name: string, given: string): unknown {
	if (name === "series") return given.split(/[ ;]+/).filter((date) => date !== "");
	if (given === "true" || given === "on") return true;
	if (given === "false" || given === "off") return false;
	return given.trim() === "" ? given : Number(given);
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** "cadence=2,rate=0.9" and the like. @returns what is wrong with it as a text */
function assumptionsOf(text: string): WhatIfAssumptions | string {
	const values: Record<string, unknown> = {};
	const pairs = text.split(",").map((pair) => pair.trim());
	for (const [n, pair] of pairs.entries()) {
		const at = pair.indexOf("=");
		const name = pair.slice(0, at).trim();
		if (at < 1 && "series" in values && isDate(pair)) {
			const dates = [values["series"], ...pairs.slice(n).filter(isDate)].flat();
			return `dates of a series are parted by ";", in quotes: --set "series=${dates.join(";")}"`;
		}
		if (at < 1 || !NAMES.includes(name)) return `"${pair}" is not one of ${NAMES.join(", ")} with "=" and a value`;
		if (name in values) return `${name} is given more than once`;
		values[name] = givenValue(name, pair.slice(at + 1).trim());
	}
	const parsed = assumptionsSchema.safeParse(values);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	if (issue?.code === "custom") return issue.message;
	const wrong = String(issue?.path[0] ?? "");
	const fits =
		wrong === "cadence"
			? "stories a month, 0 to 60"
			: wrong === "weekday"
				? "a day of the week, 1 (Monday) to 7"
				: wrong === "plan" || wrong === "stop"
					? "true or false"
					: wrong === "series"
						? 'dates such as 2026-01-31 with ";" between them'
						: `a factor, 0 to ${MOST_FACTOR}; 1 is as things are`;
	return `${wrong} is ${fits}`;
}

const goalProblem = numberProblem(
	"goal",
	(value) => whatIfInputSchema.shape.goal.safeParse(value).success,
	"a whole number, 0 or more",
);

export const whatif: Command = {
	name: "whatif",
	summary: "Project the coming months under other assumptions, and the difference they make.",
	library: "existing",
	flags: {
		set: {
			value: "NAME=VALUE[,…]",
			help: HELP,
			required: true,
			repeats: true,
			problem: (text) => {
				const assumptions = assumptionsOf(text);
				return typeof assumptions === "string" ? assumptions : null;
			},
		},
		goal: {
			value: "MINOR",
			help: "Money that all months together should reach, in minor units, e.g. cents",
			problem: (given) =>
				given.includes(".")
					? `--goal "${given}" has a point; minor units are whole, e.g. 60000 for 600.00`
					: goalProblem(given),
		},
		...DRAWING_FLAGS,
		...REPLAY_FLAGS,
		...CURRENCY_FLAGS,
	},
	async run(context) {
		const assumptions = assumptionsOf(context.required("set"));
		if (typeof assumptions === "string") throw new StudioError("INVALID_INPUT", `whatif: ${assumptions}`);
		const goal = numberOf(context, "goal");
		const drawing = drawingOf(context);
		const asOf = replayedAt(context);
		const asked = askedCurrency(context);
		const {
			asOf: knownTo,
			age,
			currency,
			answer,
			bases,
			refusals,
			seed,
		} = await context.client.earn.whatIf.query({
			...drawing,
			assumptions,
			goal: goal ?? null,
			asOf,
			currency: asked,
		});
		expectCurrency(asked, { currency, asOf: knownTo });
		const aged = ageMessage(knownTo, age);
		const notes = [...replayNotes(asOf), ...sentences(aged ? [aged] : [])];
		const reasons = sentences(refusals.map(refusalMessage));
		if (!answer)
			return {
				ok: false,
				json: { ...agedFields({ asOf: knownTo, age }), currency, assumptions, refusals: reasons, notes, seed },
				text: [...notes, ...reasons].join("\n"),
			};
		const money = moneyWriter(currency);
		const until = answer.months.at(-1)?.month ?? "";
		const aimed = answer.goal && goal !== undefined ? { minor: goal, until, ...answer.goal } : null;
		const chance = (share: number) => englishValue(chanceValue(share));
		const basedOn = sentences(bases);
		const { sum } = answer;
		return {
			ok: true,
			json: {
				...agedFields({ asOf: knownTo, age }),
				currency,
				assumptions,
				...answer,
				goal: aimed,
				basedOn,
				refusals: reasons,
				notes,
				seed,
			},
			text: [
				...notes,
				"Difference to things as they are, meant to hold four times in five:",
				...answer.months.map(
					({ month, difference }) =>
						`${month}  ${money(difference.p10)} to ${money(difference.p90)}, likely ${money(difference.p50)}`,
				),
				`In all   ${money(sum.p10)} to ${money(sum.p90)}, likely ${money(sum.p50)}`,
				...(aimed
					? [
							`Chance of reaching ${money(aimed.minor)} by the end of ${until}: ${chance(aimed.other)}, as things are ${chance(aimed.base)}`,
						]
					: []),
				...(basedOn.length > 0 ? ["Based on:", ...basedOn.map((one) => `  ${one}`)] : []),
				...reasons,
			].join("\n"),
		};
	},
};
