import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import type { Bands } from "#domain/revenue/bands.ts";
import { NOT_ADDING_UP } from "#domain/revenue/bands-words.ts";
import { gapMessage } from "#domain/revenue/engine/gaps.ts";
import { overPlanMessage } from "#domain/revenue/engine/over-plan.ts";
import { lackingMessages } from "#domain/revenue/lacking-days.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { Button } from "#ui/button/Button.tsx";
import { Card, Cards } from "#ui/card/Card.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { formatDate, formatMoney, formatMoneyRange } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { AgeNotice } from "../AgeNotice.tsx";
import { ProvisionalNote } from "../ProvisionalNote.tsx";
import { FanChart } from "./FanChart.tsx";
import { Payouts } from "./Payouts.tsx";
import styles from "./Projection.module.css";
import { StoriesLeft } from "./StoriesLeft.tsx";
import { TrackRecord } from "./TrackRecord.tsx";
import { YoungWriter } from "./YoungWriter.tsx";

/** Months that have a card of their own. */
const CARDS = 3;

interface Props {
	answer: ProjectionAnswer;
	/** ISO date. */
	today: string;
	onImport: () => void;
}

const rangeOf = ({ p10, p50, p90 }: Bands, currency: string, likely = true) =>
	formatMoneyRange({ lowMinor: p10, highMinor: p90, likelyMinor: likely ? p50 : undefined, currency });

function MonthCards({ answer }: Pick<Props, "answer">) {
	const { t } = useTranslation();
	const { currency, months, planned } = answer;
	const range = (bands: Bands, likely = false) => rangeOf(bands, currency, likely);
	const last = months.at(-1);
	return (
		<Cards>
			{months.slice(0, CARDS).map(({ month, toDate, total, backCatalogue, newStories }, step) => (
				<Card key={month} label={formatDate(`${month}-01`, "month")} value={range(total, true)}>
					<dl className={styles.parts}>
						{backCatalogue && (
							<>
								<dt>{t("Stories already out")}</dt>
								<dd>{range(backCatalogue)}</dd>
							</>
						)}
						{toDate !== 0 && (
							<>
								<dt className={styles.within}>{backCatalogue ? t("of it in already") : t("In already")}</dt>
								<dd className={styles.within}>{formatMoney({ minor: toDate, currency })}</dd>
							</>
						)}
						{newStories && (
							<>
								<dt>
									{(planned[step] ?? 0) > 0
										? t("Later stories ({{count}} planned)", {
												count: planned[step] ?? 0,
												defaultValue_one: "Later stories ({{count}} planned)",
											})
										: t("Later stories")}
								</dt>
								<dd>{range(newStories)}</dd>
							</>
						)}
					</dl>
					{answer.provisional?.month === month && <ProvisionalNote answer={answer} />}
				</Card>
			))}
			{last && months.length > 1 && (
				<Card
					label={t("{{count}} months together", {
						defaultValue_one: "{{count}} month together",
						defaultValue_other: "{{count}} months together",
						count: months.length,
					})}
					value={range(last.cumulative, true)}
				>
					<p className={styles.note}>{say(NOT_ADDING_UP)}</p>
				</Card>
			)}
		</Cards>
	);
}

/** The coming months: ranges first, the chart, how often such ranges held, payouts, and what is left in the stories. */
export function Projection({ answer, today, onImport }: Props) {
	const { t } = useTranslation();
	const { refusals, months, young } = answer;
	const gaps = gapMessage(answer);
	const lacking = lackingMessages(answer);
	// What is said in the middle of the page is no notice beside it.
	const noticed = young ? refusals.slice(1) : months.length > 0 ? refusals : [];
	return (
		<>
			<AgeNotice answer={answer} />
			{young && <YoungWriter answer={answer} young={young} />}
			{months.length === 0 && !young && (
				<EmptyState
					action={
						<Button variant="primary" onPress={onImport}>
							{t("Import stats")}
						</Button>
					}
				>
					{refusals.map((refusal) => say(refusalMessage(refusal))).join(" ")}
				</EmptyState>
			)}
			{noticed.map((refusal) => (
				<Notice key={refusal.code}>{say(refusalMessage(refusal))}</Notice>
			))}
			{gaps && <Notice>{say(gaps)}</Notice>}
			{lacking.length > 0 && <Notice>{lacking.map(say).join(" ")}</Notice>}
			{months.length > 0 && (
				<>
					{answer.overPlanned.map((over) => (
						<Notice key={over.month} tone="caution">
							{say(overPlanMessage(over, rangeOf(over.without, answer.currency)))}
						</Notice>
					))}
					<MonthCards answer={answer} />
					<FanChart answer={answer} today={today} />
					<TrackRecord answer={answer} />
					<Payouts answer={answer} />
					{!answer.age.outdated && <StoriesLeft answer={answer} />}
				</>
			)}
		</>
	);
}
