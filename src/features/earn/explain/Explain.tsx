import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC, windowError } from "#app/rpc.ts";
import { say } from "#app/words/say.ts";
import type { ExplainAnswer } from "#contract/earn.ts";
import { leftMessage } from "#domain/revenue/age.ts";
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import { storyCauseMessage } from "#domain/revenue/explain/cause-words.ts";
import { mainCause } from "#domain/revenue/explain/month.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import {
	formatDate,
	formatList,
	formatMoney,
	formatMoneyRange,
	formatNumber,
	formatSignedMoney,
} from "#ui/format/format.ts";
import { Select } from "#ui/select/Select.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";
import { StoryName } from "../StoryName.tsx";
import { basisName } from "../words.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import styles from "./Explain.module.css";

/** Stories shown singly. */
const SHOWN = 12;

/** What hours are worked out from, the best first. */
const BASES: readonly AttentionBasis[] = ["hours", "memberReads", "reads", "views"];

const monthName = (month: string) => formatDate(`${month}-01`, "month");

function Stories({ data }: { data: ExplainAnswer }) {
	const { t } = useTranslation();
	const { explanation, currency, named, remaining, age, untold } = data;
	if (!explanation || explanation.stories.length === 0) return null;
	const tellsLeft = !age.outdated && Object.keys(remaining).length > 0;
	const from = BASES.filter((basis) => basis !== "hours" && data.bases[basis] > 0);
	return (
		<>
			<FigureTable
				label={t("Stories of the month")}
				head={[
					t("Story"),
					t("Earned"),
					t("Change"),
					t("Most of it from"),
					t("Hours read"),
					...(tellsLeft ? [t("Left in it, next 12 months")] : []),
				]}
				words={[3]}
				most={SHOWN}
				rows={explanation.stories.map((story) => {
					const { id, earned, earnedBefore, hours, hoursBefore } = story;
					const change = earned - earnedBefore;
					const isRead = hours + hoursBefore > 0;
					const cause = mainCause(story, data.undated);
					const told = cause ? say(storyCauseMessage(cause, explanation.lacksDays)) : t("not known");
					const left = remaining[id];
					return [
						<StoryName key={id} story={named[id]} />,
						formatMoney({ minor: earned, currency }),
						formatSignedMoney({ minor: change, currency }),
						change === 0 ? "–" : told,
						isRead ? formatNumber(hours, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) : t("not known"),
						...(tellsLeft
							? [left ? formatMoneyRange({ lowMinor: left.p10, highMinor: left.p90, currency }) : "–"]
							: []),
					];
				})}
			/>
			{untold.stories > 0 && (
				<p className={styles.note}>
					{t("{{count}} more stories earned {{earned}} together, and {{before}} the month before.", {
						count: untold.stories,
						defaultValue_one: "{{count}} more story earned {{earned}}, and {{before}} the month before.",
						earned: formatMoney({ minor: untold.earned, currency }),
						before: formatMoney({ minor: untold.earnedBefore, currency }),
					})}
				</p>
			)}
			{from.length > 0 && (
				<p className={styles.note}>
					{t("Where member reading time is not in your data, hours read are worked out from {{bases}}.", {
						bases: formatList(from.map((basis) => basisName(t, basis))),
					})}
				</p>
			)}
		</>
	);
}

/** Why a month earned other than the one before it: its causes, and its stories. */
export function Explain({ newest }: { newest: string }) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const [chosen, setChosen] = useState<string | null>(null);
	const month = chosen ?? newest;
	const answer = useQuery(
		trpc.earn.explain.queryOptions({ month }, { placeholderData: keepPreviousData, staleTime: 0 }),
	);
	const { data } = answer;
	const explanation = data?.explanation;
	const withoutRest = data && explanation?.stories.length ? leftMessage(data.asOf, data.age) : null;
	return (
		<Panel
			title={t("Why a month was other than the one before")}
			actions={
				data &&
				data.months.length > 1 && (
					<Select
						label={t("Month to explain")}
						hideLabel
						options={data.months.map((value) => ({ value, label: monthName(value) }))}
						value={month}
						onChange={setChosen}
					/>
				)
			}
		>
			{answer.error && !data && (
				<ReadFailure onRetry={() => void answer.refetch()}>
					{t("The figures could not be read: {{reason}}", { reason: windowError(answer.error).message })}
				</ReadFailure>
			)}
			{answer.isPending && <Waiting>{t("Looking for the causes…")}</Waiting>}
			{data?.refusals
				// The page says itself which currency it counts.
				.filter(({ code }) => code !== "other-currencies")
				.map((refusal) => say(refusalMessage(refusal)))
				.map((words) => (
					<p key={words}>{words}</p>
				))}
			{data && explanation && (
				<>
					<p>
						{t("{{month}} earned {{earned}}, {{before}} {{earnedBefore}}.", {
							month: monthName(explanation.to),
							earned: formatMoney({ minor: explanation.earned, currency: data.currency }),
							before: monthName(explanation.from),
							earnedBefore: formatMoney({ minor: explanation.earnedBefore, currency: data.currency }),
						})}
					</p>
					{explanation.split && (
						<ChangeTable explanation={explanation} undated={data.undated} currency={data.currency} />
					)}
					<Stories data={data} />
					{withoutRest && <p className={styles.note}>{say(withoutRest)}</p>}
				</>
			)}
		</Panel>
	);
}
