import { explainInputSchema } from "#contract/earn.ts";
import { leftMessage } from "#domain/revenue/age.ts";
import { causeMessage, storyCauseMessage } from "#domain/revenue/explain/cause-words.ts";
import { toldCauses } from "#domain/revenue/explain/change.ts";
import { mainCause, type StoryChange } from "#domain/revenue/explain/month.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { english, type Message } from "#domain/words/message.ts";
import { agedFields } from "../aged.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";
import { askedCurrency, CURRENCY_FLAGS, expectCurrency } from "../currency.ts";
import { REPLAY_FLAGS, replayedAt, replayNotes } from "../replay.ts";
import { moneyWriter, sentences } from "../values.ts";

/** Within a sentence. */
const lowered = (words: Message) => english(words).replace(/^./, (first) => first.toLowerCase());

/** Stories that the text names; the JSON has more. */
const STORIES_SHOWN = 10;

const boostNote = (day: string | null | undefined) => (day ? ` (boosted ${day})` : "");

export const explain: Command = {
	name: "explain",
	summary: "Say why a month earned other than the one before it.",
	library: "existing",
	flags: {
		month: {
			value: "YYYY-MM",
			help: "The month, a complete one",
			required: true,
			problem: (month) =>
				explainInputSchema.safeParse({ month }).success ? null : `--month "${month}" is not a month such as 2026-01`,
		},
		...REPLAY_FLAGS,
		...CURRENCY_FLAGS,
	},
	async run(context) {
		const month = context.required("month");
		const asOf = replayedAt(context);
		const asked = askedCurrency(context);
		const answer = await context.client.earn.explain.query({ month, asOf, currency: asked });
		expectCurrency(asked, answer);
		const {
			asOf: knownTo,
			age,
			currency,
			explanation,
			named,
			remaining,
			months,
			refusals,
			undated,
			untold: others,
		} = answer;
		const withoutRest = explanation && leftMessage(knownTo, age);
		const aged = agedFields(answer);
		const notes = [...replayNotes(asOf), ...sentences(withoutRest ? [withoutRest] : [])];
		const reasons = sentences(refusals.map(refusalMessage));
		if (!explanation)
			return {
				ok: false,
				json: { month, ...aged, currency, refusals: reasons, months, notes },
				text: [
					...notes,
					...reasons,
					...(months.length > 0 ? [`Months that can be explained: ${months.join(", ")}`] : []),
				].join("\n"),
			};
		const money = moneyWriter(currency);
		const signed = (minor: number) => `${minor < 0 ? "-" : "+"}${money(Math.abs(minor))}`;
		const { from, to, split, total, parts, earned, earnedBefore, lacksDays } = explanation;
		const stories = explanation.stories.map(({ id, ...story }) => ({
			subject: id,
			...named[id],
			...story,
			remaining: remaining[id] ?? null,
		}));
		function storyLine(story: StoryChange): string {
			const { title, boostedOn } = named[story.id] ?? {};
			const change = story.earned - story.earnedBefore;
			const cause = mainCause(story, undated);
			const why =
				change === 0 ? "" : cause ? `, mostly ${lowered(storyCauseMessage(cause, lacksDays))}` : ", not known why";
			const left = remaining[story.id];
			const rest = left ? `; left in it over a year ${money(left.p10)} to ${money(left.p90)}` : "";
			return `${money(story.earned).padStart(14)}  ${title || story.id}${boostNote(boostedOn)}: ${signed(change)}${why}${rest}`;
		}
		return {
			ok: true,
			json: {
				month: to,
				before: from,
				...aged,
				currency,
				earned,
				earnedBefore,
				total,
				split,
				parts,
				stories,
				newStoriesKnown: undated.length === 0,
				untold: others,
				refusals: reasons,
				notes,
			},
			text: [
				...notes,
				`${to} earned ${money(earned)}, ${from} ${money(earnedBefore)}: ${signed(total)}`,
				...toldCauses(explanation, undated.length).map(({ cause, minor }) => {
					const told = split || cause === "rest";
					return `  ${(told ? signed(minor) : "not known").padStart(12)}  ${lowered(causeMessage(cause, lacksDays))}`;
				}),
				...(stories.length > 0 ? [`What stories earned in ${to}, and the change from ${from}:`] : []),
				...explanation.stories.slice(0, STORIES_SHOWN).map(storyLine),
				...(stories.length > STORIES_SHOWN
					? [
							`                and ${counted(stories.length + others.stories - STORIES_SHOWN, "more story", "more stories")}: --json has ${others.stories > 0 ? counted(stories.length, "story", "stories") : "all of them"}`,
						]
					: []),
				...reasons,
			].join("\n"),
		};
	},
};
