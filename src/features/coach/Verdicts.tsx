import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ComparedTitle } from "#domain/feedback/headline/compare-titles.ts";
import type { HeadlineModel } from "#domain/feedback/headline/model.ts";
import { GENRES, type Genre } from "#domain/feedback/headline/signals.ts";
import { compareHeadlines, type HeadlineVerdict, type Reason } from "#domain/feedback/headline/verdict.ts";
import { PROMISE_RULE_IDS } from "#domain/feedback/sincerity/rules.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { formatList, formatNumber } from "#ui/format/format.ts";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { effectWords, evidenceClassWords } from "./evidence-words.ts";
import { headlineModel } from "./headline-model.ts";
import { TitleTips } from "./TitleTips.tsx";
import { letter } from "./title-letters.ts";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";
import styles from "./Verdicts.module.css";

/** Reasons that are named; the rest make little difference. */
const REASONS_SHOWN = 5;

interface Props {
	/** The title now first. */
	titles: readonly ComparedTitle[];
	/** What the rules say of each. */
	tips: readonly (readonly Tip[])[];
	memory: CoachMemoryHandle;
}

/** Each other title against the title now, by what randomised tests tell. */
export function Verdicts({ titles, tips, memory }: Props) {
	const { t } = useTranslation();
	const { data: model, isError } = useQuery({
		queryKey: ["headline-model"],
		queryFn: headlineModel,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const genres: Record<Genre, string> = { tutorial: t("Tutorial"), essay: t("Essay"), news: t("News") };
	const [now, ...others] = titles;
	return (
		<section className={styles.verdicts} aria-labelledby="title-verdicts">
			<div className={styles.head}>
				<h3 id="title-verdicts">{t("Against the title now")}</h3>
				<Segmented<Genre>
					label={t("Kind of story")}
					value={memory.genre}
					onChange={memory.setGenre}
					options={GENRES.map((value) => ({ value, label: genres[value] }))}
				/>
			</div>
			{isError && (
				<p role="alert">{t("The headline model could not be loaded. The comparison below works without it.")}</p>
			)}
			{model && now !== undefined && (
				<ul className={styles.list}>
					{others.map((title, index) => (
						<li key={title.title}>
							<VerdictCard
								model={model}
								titles={[title, now]}
								tips={[tips[index + 1] ?? [], tips[0] ?? []]}
								letters={[letter(index + 1), "A"]}
								genre={memory.genre}
							/>
						</li>
					))}
				</ul>
			)}
			<p className={styles.source}>
				{t(
					"Learned from headline tests of one American news site, 2013 to 2015, by clicks. It carries weakly to Medium: a simpler model fitted to the same tests was right in 52.3 % of pairs of Medium titles of which one had more than three times the claps, and in 51.6 % of all. Take it as reasons to think about, not as a forecast.",
				)}{" "}
				{t(
					"Each share is the model's, everything else being equal: “you” counts for what it does in two titles that are alike but for it. The figures in the table below were each measured alone, so they differ.",
				)}
			</p>
			<p className={styles.source} dir="auto">
				Upworthy Research Archive (Matias, Munger, Aubin Le Quere, Ebersole 2021), CC BY 4.0
			</p>
		</section>
	);
}

/** What is said of two titles when one of them is in another language. */
const NOT_ENGLISH: HeadlineVerdict = { strength: "none", stronger: 0, wins: 50, reasons: [], refused: null };

interface CardProps {
	model: HeadlineModel;
	titles: readonly [ComparedTitle, ComparedTitle];
	tips: readonly [readonly Tip[], readonly Tip[]];
	letters: readonly [string, string];
	genre: Genre;
}

function VerdictCard({ model, titles, tips, letters, genre }: CardProps) {
	const { t } = useTranslation();
	const foreign = titles.findIndex((one) => !one.english);
	const verdict = foreign < 0 ? compareHeadlines(model, [titles[0].title, titles[1].title], genre) : NOT_ENGLISH;
	const { strength, stronger, wins, reasons } = verdict;
	const names = { stronger: letters[stronger], other: letters[stronger === 0 ? 1 : 0], letter: letters[0] };
	const said = {
		clearly: t("{{stronger}} is clearly stronger than {{other}}", names),
		probably: t("{{stronger}} is probably stronger than {{other}}", names),
		none: t("No telling between A and {{letter}}", names),
	}[strength];
	return (
		<article className={styles.card} data-strength={strength} aria-label={said}>
			<h4>{said}</h4>
			<ul className={styles.titles} aria-label={t("Titles")}>
				{titles.map((title, at) => (
					<li key={letters[at]}>
						<strong>{letters[at]}</strong> <span dir="auto">{title.title}</span>
					</li>
				))}
			</ul>
			<p>
				{strength === "none"
					? foreign < 0
						? refusedWords(verdict, t)
						: t("{{letter}} does not read as English, and the tests tell about English headlines only.", {
								letter: letters[foreign],
							})
					: t(
							"In all test pairs left out of the fitting, close ones that chance may have decided included, the stronger of two headlines this far apart won {{share}} of the time.",
							{
								share: formatNumber(wins / 100, { style: "percent", maximumFractionDigits: 0 }),
							},
						)}
			</p>
			{([0, 1] as const).map((at) => (
				<Warnings
					key={letters[at]}
					tips={tips[at]}
					letter={letters[at]}
					wins={strength !== "none" && stronger === at}
				/>
			))}
			{reasons.length > 0 && (
				<ul className={styles.reasons} aria-label={t("Reasons")}>
					{reasons.slice(0, REASONS_SHOWN).map((reason) => (
						<ReasonLine key={`${reason.kind}-${reason.signal?.id ?? ""}`} reason={reason} letters={letters} />
					))}
				</ul>
			)}
		</article>
	);
}

type Translate = ReturnType<typeof useTranslation>["t"];

function refusedWords({ refused }: HeadlineVerdict, t: Translate): string {
	switch (refused) {
		case "same":
			return t("They are the same title.");
		case "short":
			return t("A title needs three words to be compared.");
		case "contested":
			return t("What sets them apart is what tests and Medium's claps disagree about.");
		default:
			return t("They are too close: tests do not tell such titles apart.");
	}
}

/** Clicks do not know whether a title is true or will be cut: what the coach warns of is said beside whom they prefer. */
function Warnings({ tips, letter, wins }: { tips: readonly Tip[]; letter: string; wins: boolean }) {
	const { t } = useTranslation();
	const broken = tips.filter((tip) => PROMISE_RULE_IDS.has(tip.ruleId));
	const others = tips.filter((tip) => tip.severity === "warning" && !broken.includes(tip));
	const promise = wins
		? t("{{letter}} would be clicked more, but the text does not keep what it promises:", { letter })
		: t("The text does not keep what {{letter}} promises:", { letter });
	return (
		<>
			<Warning words={promise} tips={broken} />
			<Warning words={t("The coach warns of {{letter}}:", { letter })} tips={others} />
		</>
	);
}

function Warning({ words, tips }: { words: string; tips: readonly Tip[] }) {
	if (tips.length === 0) return null;
	return (
		<div className={styles.promise}>
			<p>{words}</p>
			<TitleTips tips={tips} label={words} />
		</div>
	);
}

function ReasonLine({ reason, letters }: { reason: Reason; letters: readonly [string, string] }) {
	const { t } = useTranslation();
	const letter = letters[reason.for];
	const what = {
		signal: () =>
			t("For {{letter}}: {{signal}} in {{other}}", {
				letter,
				signal: t(reason.signal?.name ?? ""),
				other: letters[reason.in],
			}),
		wording: () => t("For {{letter}}: its words", { letter }),
		length: () => t("For {{letter}}: its length", { letter }),
		form: () => t("For {{letter}}: punctuation, capitals and sentences", { letter }),
	}[reason.kind]();
	const words = reason.words?.map((one) =>
		one.in === reason.for
			? t("“{{word}}” in {{letter}}", { word: one.word, letter: letters[one.in] })
			: t("“{{word}}” against {{letter}}", { word: one.word, letter: letters[one.in] }),
	);
	return (
		<li>
			<strong>{what}</strong>
			<Badge tone={reason.class === "convention" ? "neutral" : "accent"}>{evidenceClassWords(reason.class, t)}</Badge>
			<Standing reason={reason} />
			{words && words.length > 0 && <span className={styles.soft}>{formatList(words)}</span>}
			<span className={styles.soft}>{effectWords(reason.effect, t)}</span>
		</li>
	);
}

/** What the reason is worth: whether Medium agrees, and whether it decides. */
function Standing({ reason: { transfer, decides } }: { reason: Reason }) {
	const { t } = useTranslation();
	if (transfer === "differs") return <Badge tone="caution">{t("Medium's claps say otherwise; does not decide")}</Badge>;
	if (!decides) return <Badge tone="caution">{t("not borne out in other tests; does not decide")}</Badge>;
	return <Badge>{transfer === "carries" ? t("Medium's claps agree") : t("not checked on Medium")}</Badge>;
}
