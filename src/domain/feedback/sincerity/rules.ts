/** Whether the text gives what the title announces, and Medium's checklist for the title's words. */
import { sentence } from "../../words/message.ts";
import { type CheckedRule, tip } from "../context.ts";
import { headlineSignal } from "../headline/signals.ts";
import { convention, MEDIUM_CLICKBAIT, MEDIUM_CLICKBAIT_WORDS, mediumRule, WRITING_CONVENTION } from "../sources.ts";
import type { Evidence } from "../types.ts";
import { unarguedClaim } from "./claim.ts";
import { type ClickbaitCheck, clickbait } from "./clickbait.ts";
import { missingAmount, missingFigure } from "./figure.ts";
import type { Finding } from "./finding.ts";
import { missingSteps } from "./how-to.ts";
import { missingName, missingQuotation } from "./names.ts";
import { numberAnswer } from "./number.ts";
import { COUNTED_LANGUAGES } from "./number-elsewhere.ts";
import { missingPerson } from "./person.ts";
import { unnamedPointer } from "./pointer.ts";
import { unansweredQuestion } from "./question.ts";
import { readStory, type SincerityReading } from "./reading.ts";
import { missingResearch } from "./research.ts";
import { missingSubject } from "./subject.ts";
import { unsupportedSuperlative } from "./superlative.ts";
import { unkeptTime } from "./time.ts";

/** Below this many words of text the writer has not had the chance to keep a promise yet. */
const TEXT_TO_JUDGE = 120;

interface RuleWords {
	name: string;
	message: string;
	why: string;
}

/** A rule about the title beside its text; silent until there is a text. */
function promiseRule(
	name: string,
	words: RuleWords,
	find: (reading: SincerityReading) => Finding | null,
	evidence: readonly Evidence[] = [mediumRule(MEDIUM_CLICKBAIT)],
): CheckedRule {
	const id = `headline.${name}`;
	return {
		id,
		area: "headline",
		...words,
		evidence,
		languages: ["en"],
		defaultOn: true,
		thresholds: { enough: TEXT_TO_JUDGE },
		check: (context, { enough = TEXT_TO_JUDGE }) => {
			if (!context.title || context.bodyWeight < enough) return [];
			const found = find(readStory(context));
			return found ? [tip(id, found.severity, { in: context.title, ...found }, found.values)] : [];
		},
	};
}

/** A rule about the title's words alone. */
function baitRule(check: ClickbaitCheck, words: RuleWords): CheckedRule {
	const id = `headline.bait-${check}`;
	return {
		id,
		area: "headline",
		...words,
		evidence: [mediumRule(MEDIUM_CLICKBAIT_WORDS)],
		languages: ["en"],
		defaultOn: true,
		thresholds: {},
		check: ({ title }) => {
			const found = title && clickbait(check, title.text);
			return title && found ? [tip(id, found.severity, { in: title, ...found }, found.values)] : [];
		},
	};
}

const COUNTED = ["en", ...COUNTED_LANGUAGES];

const NUMBER_RULES: readonly CheckedRule[] = [
	{
		id: "headline.promised-number",
		area: "headline",
		name: sentence("The number promised"),
		message: sentence("The title promises {{promised}} {{noun}}; the nearest count in the text is {{found}}."),
		why: sentence(
			"A list that does not hold its number breaks the title's promise; Medium asks for titles that keep theirs.",
		),
		evidence: [mediumRule(MEDIUM_CLICKBAIT)],
		languages: COUNTED,
		defaultOn: true,
		thresholds: { enough: TEXT_TO_JUDGE },
		check: (context, { enough = TEXT_TO_JUDGE }) => {
			const answer = context.title ? numberAnswer(readStory(context)) : null;
			if (!context.title || !answer || answer.kept) return [];
			if (context.bodyWeight < enough && answer.found < 2) return [];
			const { start, end, least: promised, noun } = answer.promise;
			const place = { in: context.title, start, end };
			const values = { promised, noun, found: answer.found };
			return [tip("headline.promised-number", answer.sure ? "warning" : "suggestion", place, values)];
		},
	},
	{
		id: "headline.number-kept",
		area: "headline",
		name: sentence("The number holds"),
		message: sentence("The title promises {{promised}} {{noun}}, and the text has {{promised}}."),
		why: sentence("A specific number draws readers and clicks, and the text keeps it."),
		evidence: [mediumRule(MEDIUM_CLICKBAIT), ...headlineSignal("number").evidence],
		languages: COUNTED,
		defaultOn: true,
		thresholds: {},
		check: (context) => {
			const answer = context.title ? numberAnswer(readStory(context)) : null;
			if (!context.title || !answer?.kept) return [];
			const { start, end, least: promised, noun } = answer.promise;
			return [tip("headline.number-kept", "strength", { in: context.title, start, end }, { promised, noun })];
		},
	},
];

export const SINCERITY_RULES: readonly CheckedRule[] = [
	...NUMBER_RULES,
	promiseRule(
		"promise-person",
		{
			name: sentence("Somebody the text leaves out"),
			message: sentence("The title speaks of “{{quote}}”, and the text never does."),
			why: sentence(
				"Readers who came for a person look for that person. Medium asks that the text gives what the title announces.",
			),
		},
		missingPerson,
	),
	promiseRule(
		"question-answered",
		{
			name: sentence("Is the question answered?"),
			message: sentence("The title asks, and the text leaves out {{missing}}. Check that it answers."),
			why: sentence("Medium asks that the text gives what the title announces."),
		},
		unansweredQuestion,
	),
	promiseRule(
		"promise-claim",
		{
			name: sentence("A reason the text does not give"),
			message: sentence("The title promises a reason, and the text leaves out {{missing}}."),
			why: sentence(
				"“Why” announces an argument. Medium counts a claim that the story does not bear out as over-promising.",
			),
		},
		unarguedClaim,
	),
	promiseRule(
		"superlative",
		{
			name: sentence("A claim that needs support"),
			message: sentence("“{{quote}}” is a big word. The text does not come back to it yet."),
			why: sentence(
				"Superlatives draw clicks and claps, but Medium's checklist counts an absolute that the text does not support as over-promising.",
			),
		},
		unsupportedSuperlative,
		headlineSignal("superlative").evidence,
	),
	promiseRule(
		"promise-time",
		{
			name: sentence("A time the text does not bear out"),
			message: sentence("The title says “{{quote}}”; the times in the text are others, or none."),
			why: sentence("A time is easy to check, and Medium counts what cannot be checked as over-promising."),
		},
		unkeptTime,
	),
	promiseRule(
		"promise-steps",
		{
			name: sentence("How to, without the how"),
			message: sentence("The title promises steps. The text gives few, or leaves out a word of the title."),
			why: sentence(
				"“How to” announces something to follow. Medium asks that the text gives what the title announces.",
			),
		},
		missingSteps,
	),
	promiseRule(
		"promise-figure",
		{
			name: sentence("A figure the text does not have"),
			message: sentence("The title says “{{quote}}”, and the text never states it."),
			why: sentence(
				"A figure draws clicks because it can be checked. Medium counts what cannot be checked as over-promising.",
			),
		},
		missingFigure,
	),
	promiseRule(
		"promise-amount",
		{
			name: sentence("How much, without a figure"),
			message: sentence("The title asks how much or how many, and the text has no figure."),
			why: sentence("Medium asks that the text gives what the title announces."),
		},
		missingAmount,
	),
	promiseRule(
		"promise-research",
		{
			name: sentence("Research the text does not show"),
			message: sentence("“{{quote}}” claims research, and the text names no study, nobody who made one and no source."),
			why: sentence("A claim in the name of science wants its source. Medium asks that titles do not mislead."),
		},
		missingResearch,
	),
	promiseRule(
		"promise-subject",
		{
			name: sentence("The subject hardly comes up"),
			message: sentence("The title announces all about {{quote}}, and the text hardly mentions it."),
			why: sentence("Medium asks that the text gives what the title announces."),
		},
		missingSubject,
	),
	promiseRule(
		"promise-pointer",
		{
			name: sentence("It points to nothing"),
			message: sentence("“{{quote}}” points to something that the text never names."),
			why: sentence("Pointing words draw readers; unanswered, they withhold context, which Medium's checklist names."),
		},
		unnamedPointer,
	),
	promiseRule(
		"promise-quotation",
		{
			name: sentence("Words nobody says"),
			message: sentence("The text does not have the words {{quote}}."),
			why: sentence(
				"Quotation marks say that somebody said it. A custom of editors, and part of what Medium calls misleading.",
			),
		},
		missingQuotation,
		[mediumRule(MEDIUM_CLICKBAIT), convention(WRITING_CONVENTION)],
	),
	promiseRule(
		"promise-place",
		{
			name: sentence("A name the text leaves out"),
			message: sentence("The title names {{quote}}, and the text never does."),
			why: sentence(
				"Who clicks on a place or a company wants to read about it. Medium asks that titles do not mislead.",
			),
		},
		missingName,
	),
	baitRule("worry", {
		name: sentence("It plays on a worry"),
		message: sentence("“{{quote}}” plays on what a reader fears about themselves."),
		why: sentence("Medium's checklist asks first whether a title exploits a reader's worries or insecurities."),
	}),
	baitRule("hyperbole", {
		name: sentence("More than can be checked"),
		message: sentence("“{{quote}}” promises more than anyone can check."),
		why: sentence("Medium's checklist names hyperbolic claims and absolutes that are not verifiable."),
	}),
	baitRule("withheld", {
		name: sentence("It holds back what it is about"),
		message: sentence("“{{quote}}” holds back what the story is about."),
		why: sentence("Medium's checklist names titles that withhold important context."),
	}),
	baitRule("cliche", {
		name: sentence("A worn phrase"),
		message: sentence("“{{quote}}” has been read too often to say anything."),
		why: sentence("Medium's checklist names clichés and gimmicks."),
	}),
	baitRule("cheap", {
		name: sentence("Cheap language"),
		message: sentence("“{{quote}}” sounds cheap in a title."),
		why: sentence("Medium's checklist names cheap language, though it allows reasonable swearing."),
	}),
];

/** Rules that say a title promises what the text does not give. */
export const PROMISE_RULE_IDS: ReadonlySet<string> = new Set(
	SINCERITY_RULES.map(({ id }) => id).filter((id) => !/^headline\.(?:bait-|number-kept)/.test(id)),
);
