import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { PROGRAM_RULES, RULES_READ_ON } from "#domain/revenue/rules.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Assumptions } from "./Assumptions.tsx";
import { Backtest } from "./Backtest.tsx";
import { Findings } from "./Findings.tsx";
import styles from "./ModelPage.module.css";

/** Courses drawn where nothing was refused. */
const USUAL_PATHS = 1000;

/** The model in words and numbers: what it does, what it learned, how it did, what it takes for granted. */
export function ModelPage({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	return (
		<div className={styles.page}>
			<section className={styles.section}>
				<h2>{t("The model in words")}</h2>
				<p>
					{t(
						"A story's earnings are hours that members read, engagement weighed in, times what such an hour is worth to you. That rate is followed week by week; it drifts, and it may jump where a rule changed or where your own figures say so.",
					)}
				</p>
				<p>
					{t(
						"Every story's attention is a burst that fades, and a floor that hardly does. Stories with few days are drawn towards what your stories are usually like. Stories not written yet are drawn from how your newer ones began, at your pace. Those of your plan come out on their day once there is a text; a dated idea is only one of the stories of your pace.",
					)}
				</p>
				<p>
					{t(
						"Beside it stands a second forecast that knows no stories, only the level of your months. The two are mixed by how well each did on your own past, {{count}} possible courses are drawn, and the ranges are made wider or narrower by how far off they were then. Few misses move them little.",
						{ count: answer.paths || USUAL_PATHS },
					)}
				</p>
				<p>
					{t(
						"Of a month that is running, what is in already stands, and only the rest is forecast. The newest days are counted as far as they are usually in by then.",
					)}
				</p>
			</section>
			<section className={styles.section}>
				<h2>{t("On your figures")}</h2>
				<Findings answer={answer} />
			</section>
			<section className={styles.section}>
				<h2>{t("How it would have done")}</h2>
				<Backtest answer={answer} />
			</section>
			<section className={styles.section}>
				<h2>{t("What you can change")}</h2>
				<Assumptions answer={answer} />
			</section>
			<section className={styles.section}>
				<h2>{t("What it takes for granted, and where it refuses")}</h2>
				<ul>
					<li>{t("You go on publishing about as you did. What you do not write, it cannot know.")}</li>
					<li>
						{t(
							"Medium's rules and the size of its pool stay about as they are. After a change of rules the ranges are too narrow.",
						)}
					</li>
					<li>
						{t(
							"Only complete months count; one that lacks days counts at the pace of its others, unless most are missing. Months that are missing in between are unknown, never nothing. Lifetime totals are never turned into months, and currencies are never mixed.",
						)}
					</li>
					<li>
						{t(
							"A negative amount is a correction and lowers its month. A month below nothing counts as nothing in the forecast, and as a debt in the payouts.",
						)}
					</li>
					<li>
						{t(
							"A Boost is a second burst from its day on, as large for all of your stories, drawn towards nothing and counted only when it helps on stories it was not learned from. Few exports say which stories were boosted; you can, in the table of stories. One nobody tells of is taken for a story that did well.",
						)}
					</li>
					<li>
						{t(
							"With fewer than three complete months, or only months of nothing, it gives no number for a whole month and says what is missing. Two months of some stories let it say what those may still bring.",
						)}
					</li>
					<li>
						{t(
							"A story's month is spread over its days as its other figures went, else as stories usually fade. Where earnings are known for the account only, they are shared out by attention, to learn the rate and nothing else.",
						)}
					</li>
				</ul>
			</section>
			<section className={styles.section}>
				<h2>{t("Rules of the program it knows of")}</h2>
				<p>{t("As read on {{day}}. They change; the live page decides.", { day: formatDate(RULES_READ_ON) })}</p>
				<ul className={styles.rules}>
					{PROGRAM_RULES.timeline.map((rule) => (
						<li key={rule.since} className={styles.rule}>
							<time dateTime={rule.since}>{formatDate(rule.since)}</time>
							<span>{t(rule.text)}</span>
							<Button
								aria-label={t("Check the live page of {{day}}", { day: formatDate(rule.since) })}
								onPress={() => void native.openExternal(rule.url)}
							>
								{t("Check the live page")}
							</Button>
						</li>
					))}
				</ul>
			</section>
		</div>
	);
}
