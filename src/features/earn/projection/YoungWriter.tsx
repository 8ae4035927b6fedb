import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { ProjectionAnswer, YoungAnswer } from "#contract/earn.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { youngMessage } from "#domain/revenue/young.ts";
import { Card, Cards } from "#ui/card/Card.tsx";
import { formatDate, formatMoney, formatMoneyRange } from "#ui/format/format.ts";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";
import { StoryName } from "../StoryName.tsx";
import { TierNote } from "../TierNote.tsx";
import { lackingWords } from "../words.ts";
import styles from "./Projection.module.css";

/** Stories shown singly. */
const SHOWN = 10;

interface Props {
	answer: ProjectionAnswer;
	young: YoungAnswer;
}

function SoFar({ answer }: Pick<Props, "answer">) {
	const { t } = useTranslation();
	const { history, running, asOf, currency } = answer;
	const known = history.toReversed().map((month) => ({ ...month, begun: false }));
	return (
		<Cards>
			{[...(running ? [{ ...running, begun: true }] : []), ...known].map(({ month, minor, missing, begun }) => (
				<Card key={month} label={formatDate(`${month}-01`, "month")} value={formatMoney({ minor, currency })}>
					{begun && asOf && <p className={styles.note}>{t("So far, up to {{day}}.", { day: formatDate(asOf) })}</p>}
					{missing > 0 && <p className={styles.note}>{lackingWords(t, missing)}</p>}
				</Card>
			))}
		</Cards>
	);
}

function Outlook({ outlook, currency }: { outlook: NonNullable<YoungAnswer["outlook"]>; currency: string }) {
	const { t } = useTranslation();
	const title = t("What your stories that are out may bring");
	return (
		<Panel title={title}>
			<p>
				{t(
					"Later stories are not in it: how yours usually do is not known yet. So few months tell little of how stories fade: on invented writers such ranges, meant to hold four times in five, held in 56 to 91 of a hundred.",
				)}
			</p>
			<FigureTable
				label={title}
				head={[t("Month"), t("Likely ({{currency}})", { currency }), t("4 in 5"), t("19 in 20")]}
				rows={outlook.months.map(({ month, backCatalogue: { p2_5, p10, p50, p90, p97_5 } }) => [
					formatDate(`${month}-01`, "month"),
					formatMoney({ minor: p50, currency }),
					formatMoneyRange({ lowMinor: p10, highMinor: p90, currency }),
					formatMoneyRange({ lowMinor: p2_5, highMinor: p97_5, currency }),
				])}
			/>
		</Panel>
	);
}

/** For a writer with too few months: when there will be a projection, and what is known until then. */
export function YoungWriter({ answer, young }: Props) {
	const { t } = useTranslation();
	const { refusals, currency, named } = answer;
	const { outlook, earned } = young;
	const title = t("What your stories earned so far");
	const left = new Map(outlook?.stories.map(({ id, remaining }) => [id, remaining]));
	const [first] = refusals;
	return (
		<>
			<p className={styles.until}>
				{[...(first ? [refusalMessage(first)] : []), youngMessage(young)].map(say).join(" ")}
			</p>
			<SoFar answer={answer} />
			<TierNote tier={answer.tier} />
			{outlook && <Outlook outlook={outlook} currency={currency} />}
			{earned.length > 0 && (
				<Panel title={title}>
					<FigureTable
						label={title}
						head={[
							t("Story"),
							t("Earned"),
							...(outlook
								? [
										t("Left in it, next {{count}} months", {
											defaultValue_one: "Left in it, next {{count}} month",
											defaultValue_other: "Left in it, next {{count}} months",
											count: outlook.months.length,
										}),
									]
								: []),
						]}
						most={SHOWN}
						rows={earned.map(({ id, minor }) => {
							const remaining = left.get(id);
							return [
								<StoryName key={id} story={named[id]} />,
								formatMoney({ minor, currency }),
								...(outlook
									? [
											remaining
												? formatMoneyRange({ lowMinor: remaining.p10, highMinor: remaining.p90, currency })
												: "–",
										]
									: []),
							];
						})}
					/>
				</Panel>
			)}
		</>
	);
}
