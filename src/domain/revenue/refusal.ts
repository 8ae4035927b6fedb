import { runsOf } from "../stats/runs.ts";
import { type Message, message } from "../words/message.ts";

/** Why there is no number. */
export type Refusal =
	| { code: "no-earnings" }
	| { code: "imported-later"; first: string }
	| { code: "few-months"; have: number; need: number }
	| { code: "all-zero"; have: number }
	| { code: "no-stories" }
	| { code: "future-figures"; day: string }
	| { code: "other-currencies"; currency: string; others: readonly string[]; chosen: boolean }
	| { code: "some-stories"; month: string; count: number }
	| { code: "month-unknown"; month: string }
	| { code: "rows-unread"; month: string; source: string; rows: readonly number[] }
	| { code: "publication-unknown"; month: string; count: number }
	| { code: "days-missing"; month: string; days: readonly string[] }
	| { code: "nothing-to-split" }
	| { code: "no-number"; month: string }
	| { code: "nothing-ahead" };

/** Runs of rows that a sentence names. */
const RUNS_NAMED = 8;

/** "3–5, 8": rows that follow each other as one run. */
function rowRuns(rows: readonly number[]): string {
	const runs = runsOf(rows, (before, row) => row === before + 1);
	const named = runs.slice(0, RUNS_NAMED).map((run) => (run.length === 1 ? `${run[0]}` : `${run[0]}–${run.at(-1)}`));
	return [...named, ...(runs.length > RUNS_NAMED ? ["…"] : [])].join(", ");
}

/** A refusal as a sentence. */
export function refusalMessage(refusal: Refusal): Message {
	switch (refusal.code) {
		case "no-earnings":
			return message(
				"No month of earnings is known yet. Import the partner dashboard, or paste a table of months and earnings.",
			);
		case "imported-later":
			return message("No earnings had been imported by then. The first ones came in on {{time}}.", {
				time: { time: refusal.first },
			});
		case "few-months":
			return message("{{count}} months that are over and known are too few for an honest number. It takes {{need}}.", {
				count: refusal.have,
				need: refusal.need,
				defaultValue_one:
					"{{count}} month that is over and known is too little for an honest number. It takes {{need}}.",
			});
		case "all-zero":
			return message("Every complete month earned nothing, so there is nothing to project from.");
		case "no-number":
			return message(
				"What {{month}} earned is not a number, so nothing is projected from it. Look at where it came from.",
				{
					month: { day: refusal.month },
				},
			);
		case "nothing-ahead":
			return message("There is no month to project: ask for at least one.");
		case "no-stories":
			return message(
				"Old and new stories cannot be told apart yet. That takes reads or reading time story by story, and what they earned.",
			);
		case "future-figures":
			return message("There are figures of days after {{day}}. They are still to come, so they are left out.", {
				day: { day: refusal.day },
			});
		case "other-currencies": {
			const values = { currency: refusal.currency, others: refusal.others.join(", ") };
			return refusal.chosen
				? message(
						"Only earnings in {{currency}} are counted, as you chose. There are others in {{others}}, and currencies are never added up.",
						values,
					)
				: message(
						"Only earnings in {{currency}} are counted, for more amounts, large or small, are in it than in any other currency. There are others in {{others}}, and currencies are never added up.",
						values,
					);
		}
		case "some-stories":
			return message(
				"Of {{count}} months only what some stories earned is known, the newest of them {{month}}. They are not taken for the account's, and are left out.",
				{
					count: refusal.count,
					month: { day: refusal.month },
					defaultValue_one:
						"Of {{month}} only what some stories earned is known. It is not taken for the account's, and is left out.",
				},
			);
		case "rows-unread": {
			const { source, rows } = refusal;
			const values = { count: rows.length, rows: rowRuns(rows), month: { day: refusal.month } };
			return source === ""
				? message("Rows {{rows}} of pasted text are about {{month}} and could not be read.", {
						...values,
						defaultValue_one: "Row {{rows}} of pasted text is about {{month}} and could not be read.",
					})
				: message("Rows {{rows}} of {{source}} are about {{month}} and could not be read.", {
						...values,
						source,
						defaultValue_one: "Row {{rows}} of {{source}} is about {{month}} and could not be read.",
					});
		}
		case "publication-unknown":
			return message(
				"Of {{count}} stories without figures before {{month}} the day of publication is not known, so new stories are not told apart from those already out. Medium's stats page has the days: import it too.",
				{
					count: refusal.count,
					month: { day: refusal.month },
					defaultValue_one:
						"Of {{count}} story without figures before {{month}} the day of publication is not known, so new stories are not told apart from those already out. Medium's stats page has the day: import it too.",
				},
			);
		case "days-missing":
			return message(
				"There are no figures for {{count}} days of {{month}}, {{day}} being the first: it may have earned more than is known.",
				{
					count: refusal.days.length,
					month: { day: refusal.month },
					day: { day: refusal.days[0] ?? "" },
					defaultValue_one: "There are no figures for {{day}}: {{month}} may have earned more than is known.",
				},
			);
		case "nothing-to-split":
			return message("A month that earned nothing, or was corrected below nothing, cannot be split into causes.");
		case "month-unknown":
			return message("What {{month}} earned as a whole is not known, so there is nothing to explain.", {
				month: { day: refusal.month },
			});
	}
}
