import { describe, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { BlockInContext, contextOf } from "../context.ts";
import { clickbait } from "./clickbait.ts";
import { promisedNumber } from "./number.ts";
import { amountsIn } from "./numbers.ts";
import { readTitle } from "./reading.ts";
import { SINCERITY_RULES } from "./rules.ts";

const FILLER =
	"The keeper walked down to the shore and counted the boats that had come home before the storm. It rained on the roof and nobody spoke. ".repeat(
		6,
	);

function blocksOf(title: string, text: string): Block[] {
	const lines = text.split("\n").filter((line) => line !== "");
	return [
		{ id: "title", type: "title", spans: [{ text: title }] },
		...[...lines, FILLER].map((line, at): Block => {
			const id = `b${at}`;
			if (line.startsWith("# ")) return { id, type: "heading", level: 1, spans: [{ text: line.slice(2) }] };
			if (line.startsWith("- "))
				return {
					id,
					type: "list",
					ordered: false,
					items: line
						.slice(2)
						.split(" | ")
						.map((item) => ({ spans: [{ text: item }], depth: 0 })),
				};
			return { id, type: "paragraph", spans: [{ text: line }] };
		}),
	];
}

const contextFor = (blocks: readonly Block[]) => contextOf(blocks.map((block) => new BlockInContext(block)));

/** Ids, without the area, of the rules that ask for something. */
function raised(title: string, text = ""): string[] {
	const context = contextFor(blocksOf(title, text));
	return SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds))
		.filter((tip) => tip.severity !== "strength")
		.map((tip) => tip.ruleId.replace("headline.", ""));
}

describe("the number a title promises", () => {
	test.each([
		["7 quiet ways to keep a lamp burning", 7, 7, "ways"],
		["Twenty-One Rules for a Small Kitchen", 21, 21, "Rules"],
		["10+ Words My Dialect Has for Rain", 10, Number.POSITIVE_INFINITY, "Words"],
		["5–7 Habits Worth Keeping", 5, 7, "Habits"],
		["The 12 Best Small Museums", 12, 12, "Museums"],
		["What I Learned from 3 Very Old Books", 3, 3, "Books"],
	])("%s", (title, least, most, noun) => {
		expect(promisedNumber(title, readTitle(title))).toMatchObject({ least, most, noun });
	});

	test.each([
		"7 Is the Loneliest Number",
		"30 Days without Sugar",
		"I Bought a Boat for $400",
		"3 AM Is the Wrong Time to Buy a Boat",
		"99 Percent of Gardening Is Waiting",
		"The 48 Bus",
		"Node 20 Runs Faster Than Before",
		"How 1984 Changed Prisons",
		"A 5-Year-Old Explains Clouds",
		"40 Is the New 30",
		"I Ran 3.5 Miles",
	])("%s promises none", (title) => {
		expect(promisedNumber(title, readTitle(title))).toBeNull();
	});

	test.each([
		["3 Ways to Rest", "- sleep | sit | swim"],
		["3 Ways to Rest", "# Sleep\n# Sit\n# Swim\n# What I would add today"],
		["3 Ways to Rest", "First, sleep.\nSecond, sit.\nThird, swim."],
		["3 Ways to Rest", "Rule #1: sleep\nRule #2: sit\nRule #3: swim"],
		["4 Ways to Rest", "First, sleep.\nSecond, sit.\nThird, swim.\nFinally, read."],
		["3 Rules for Resting", "# A bed\n# Rule one\n# Rule two\n# Rule three\n# The next day"],
		["3 Lessons from a Bed", "Lesson one: sleep.\nLesson two is to sit.\nLesson three I owe to a cat."],
		["3 Lessons from a Bed", "It was late. Lesson one was sleep, and lesson two and lesson three were sleep as well."],
		["3 Ways to Rest", "One. Sleep.\nTwo. Sit.\nThree: swim."],
		["4 Books about Rest", "- A | B | C | D\nRule one is to sleep.\nIn step two, sit."],
		["8 Beds Compared", "- A | B | C | D | E | F | G | H"],
		["10+ Ways to Rest", `- ${"sleep | ".repeat(11)}swim`],
		["Three Goats Complain", "We have four goats. Three complain."],
	])("%s is kept by %s", (title, text) => {
		expect(raised(title, text)).not.toContain("promised-number");
	});

	test.each([
		["How to Rest in 6 Steps", "# Step 1: Sit\n# Step 2\n# Step 3\n# Step 4\n# Step 5\n# Sleep", 5],
		["6 Ways to Rest", "# 1. Sit\n# 2. Lie\n# 3. Lean\n# 4. Swim\n# 5. Read\n# Sleep", 5],
		["7 Lessons from a Bed", "Lesson one: sleep.\nLesson two: sit.\nLesson three: swim.", 3],
		["8 Beds Compared", "- A | B | C", 3],
		["9 Reasons to Rest", "There were nine of us. First, sleep. Second, sit.", 2],
	])("%s is not kept, nor praised, by %s", (title, text, found) => {
		const context = contextFor(blocksOf(title, text));
		const numbers = SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds)).filter((tip) =>
			tip.ruleId.includes("number"),
		);
		expect(numbers.map(({ ruleId, values }) => [ruleId, values["found"]])).toEqual([
			["headline.promised-number", found],
		]);
	});

	test.each([
		["Two Brothers, One Bakery and a Lawsuit", "- bread | cake | rye"],
		["4 Friends, 3 Continents, One Group Chat", "- bread | cake"],
		["3 Ships Vanished", "- bread | cake"],
	])("%s tells a story and is neither asked nor praised", (title, text) => {
		const context = contextFor(blocksOf(title, text));
		const ids = SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds)).map(({ ruleId }) => ruleId);
		expect(ids.filter((id) => id.includes("number"))).toEqual([]);
	});

	test("a list of another length is a warning, a text without lists a suggestion", () => {
		const severities = ["- sleep | sit | swim | run", "I like to sleep."].map((text) => {
			const context = contextFor(blocksOf("6 Ways to Rest", text));
			return SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds)).map(({ severity, values }) => [
				severity,
				values["found"],
			]);
		});
		expect(severities).toEqual([[["warning", 4]], [["suggestion", 0]]]);
	});
});

test.each([
	// A person
	["What My Uncle Said about Rain", "A friend said something.", "promise-person", true],
	["What My Uncle Said about Rain", "My uncle said little.", "promise-person", false],
	["What My Mother Never Said", "She told us about the bread.", "promise-person", false],
	["How My Mom Fixed the Roof", "My mother had a ladder.", "promise-person", false],
	["A Surgeon Explains Sleep", "Sleep is long.", "promise-person", true],
	["Every Surgeon Should Sleep", "Sleep is long.", "promise-person", false],
	["How I Learned to Row", "The oars are heavy and one has to row.", "promise-person", true],
	["How I Learned to Row", "The oars were heavy for me.", "promise-person", false],
	["7 Lessons From Elon Musk", "The oars were heavy.", "promise-person", true],
	["7 Lessons From Elon Musk", "Musk never sleeps.", "promise-person", false],
	["My Dinner With Barack Obama", "I ate soup.", "promise-person", true],
	["Oprah Winfrey's Advice on Quitting", "Leave when you can.", "promise-person", true],
	["Oprah Winfrey’s Advice on Quitting", "Winfrey’s advice is short.", "promise-person", false],
	["Marie Kondo Changed How I Quit", "I left my post.", "promise-person", true],
	["How Steve Jobs taught me to quit", "I left my job. Other jobs came.", "promise-person", true],
	["How Steve Jobs taught me to quit", "I read what Jobs said.", "promise-person", false],
	["Sarah Quit Her Job", "My friend Sarah had enough.", "promise-person", false],
	["Emma Is Right about My Rain", "I like rain.", "promise-person", false],
	["A Beginner's Guide to Rain", "Rain is wet.", "promise-person", false],
	["A Complete Guide to Rain", "Rain is wet.", "promise-steps", false],
	["A Guide Who Got Lost", "Snow is white.", "promise-person", true],
	["A Mountain Guide Reviews Tents", "Snow is white.", "promise-person", true],
	["A Teacher's Salary", "I teach physics.", "promise-person", false],
	["A Teacher's Salary", "Money is short.", "promise-person", true],
	["A Teacher in Oslo", "She taught us. She had a watch. He liked her.", "promise-person", false],
	["A Gardener Explains Rain", "A garden needs rain.", "promise-person", true],
	["The Senator Who Called", "He sat in the Senate. He called. He ate.", "promise-person", false],
	["My Therapist Fired Me", "“No,” said Dr. Weiss. She smiled. I told her. She was right.", "promise-person", false],
	["My Therapist Fired Me", "I went to the hills.", "promise-person", true],
	["The Host Who Forgot Us", "There stood Henrik. He was ill. He ate. He slept.", "promise-person", false],
	["What Our Chat Knows", "It is called Potatoes.", "promise-person", false],
	// A question
	["Is Remote Work Dying?", "No. In 2023 everybody came back.", "question-answered", false],
	["Is Remote Work Dying?", "There is no boat on a Sunday.", "question-answered", true],
	["How Much Does a Wedding Cost?", "A wedding can cost a lot, and more.", "promise-amount", true],
	["How Much Does a Wedding Cost?", "A wedding can cost twenty thousand.", "promise-amount", false],
	["How Much I Love Weddings", "A wedding is fun.", "promise-amount", false],
	["Do Bees Sleep in Winter?", "Clouds are made of water.", "question-answered", true],
	["Do Bees Sleep in Winter?", "Yes, a bee can sleep through a winter.", "question-answered", false],
	["Who Invented the Umbrella?", "An umbrella keeps you dry.", "question-answered", true],
	["Where Will You Be in 10 Years? I Have No Idea", "Nobody knows.", "question-answered", false],
	// A claim
	["Why Cold Rooms Make You Brave", "A cold room has ice.", "promise-claim", true],
	["Why Cold Rooms Make You Brave", "In a cold room I had to be brave.", "promise-claim", false],
	["Why I Never Finish Books", "I put books away.", "promise-claim", false],
	["Why Airplane Food Tastes So Bland", "On a plane the flavour goes, because the air is dry.", "promise-claim", false],
	["Why Old Dogs Are Loyal", "Dogs stay because an old friend is warm.", "promise-claim", false],
	["Why Old Dogs Make You Rich", "Dogs stay because an old friend is warm.", "promise-claim", true],
	["Why I Skip Breakfast and Feel Fine", "I hid my breakfast.", "promise-claim", false],
	["Why I Skip Breakfast and Feel Fine", "I like trains.", "promise-claim", true],
	// A figure
	["How I Made $10,000 on Medium", "I wrote and it went well.", "promise-figure", true],
	["How I Made $10,000 on Medium", "It came to 10k.", "promise-figure", false],
	["How I Made $10,000 on Medium", "It came to ten thousand dollars.", "promise-figure", false],
	["How I Made $10,000 on Medium", "March brought 6,000, and April 4,000.", "promise-figure", false],
	["How I Made $10k on Medium", "It was $9,870 in the end.", "promise-figure", false],
	["Rents Rose 45%", "They rose a lot by half past four.", "promise-figure", true],
	["Rents Rose 45%", "They rose by forty-five percent.", "promise-figure", false],
	["Rents Rose 50 Percent", "They are higher by half.", "promise-figure", false],
	["99 Percent of Rain Is Waiting", "It rains.", "promise-figure", false],
	["20 Years in a Lighthouse", "The lamp is hot.", "promise-figure", true],
	["20 Years in a Lighthouse", "I came as a boy, and every week there was mail.", "promise-figure", false],
	// Research
	["Scientists Prove That Coffee Cures Rain", "Coffee is good.", "promise-research", true],
	["Scientists Prove That Coffee Cures Rain", "A study of 1,000 people found it.", "promise-research", false],
	["Scientists Prove That Coffee Cures Rain", "The paper has data.", "promise-research", false],
	["Scientists Prove That Coffee Cures Rain", "The paper is wet.", "promise-research", true],
	["Psychologists Found That Rain Helps", "Rain is good.", "promise-research", true],
	["The Study That Changes Everything", "Coffee is good.", "promise-research", true],
	["How to Study for an Exam", "Coffee is good.", "promise-research", false],
	// All about a subject
	["Everything You Need to Know about Tides", "Boats. A tide came. Wind. Snow. Rain.", "promise-subject", true],
	["Everything You Need to Know about Tides", "Tides rise. A tide falls.", "promise-subject", false],
	["A Beginner's Guide to Tides: What I Saw", "Rain fell.", "promise-subject", true],
	["A Guide to Cycling", "My bike is red. Pedal slowly.", "promise-subject", false],
	["A Guide to Winter Walks", "Snow fell. The ice was thick.", "promise-subject", false],
	["A Guide to Winters", "Snow fell. The ice was thick.", "promise-subject", false],
	// What only belongs to a subject keeps no promise of it
	["Is Winter Good?", "Snow fell. It was good.", "question-answered", true],
	// A superlative
	["The Oldest Bakery in the World", "A bakery sells bread.", "superlative", true],
	["The Oldest Bakery in the World", "It is the oldest of them all.", "superlative", false],
	["The Oldest Bakery in the World", "According to the city, this bakery opened in 1650.", "superlative", false],
	["The Best Worst Job I Ever Had", "It was cold.", "superlative", false],
	["One of the Best Bakeries", "It sells bread.", "superlative", false],
	["A Walk with My Best Friend", "We went out.", "superlative", false],
	["In the Latest Forest News", "Trees fell.", "superlative", false],
	// A time
	["Learn to Juggle in 10 Minutes", "It takes a year.", "promise-time", true],
	["Learn to Juggle in 10 Minutes", "Begin with one ball.", "promise-time", true],
	["Learn to Juggle in 10 Minutes", "After about ten minutes you can do it.", "promise-time", false],
	["How I Cleared a House in Nine Weekends", "On the ninth weekend we swept.", "promise-time", false],
	// Steps
	["How to Waterproof a Tent", "Bread is good.", "promise-steps", true],
	["How to Wash a Tent", "A tent may be washed. The tent was blue.", "promise-steps", true],
	["How to Wash a Tent", "I washed a tent. I sat. I did it so. I was wet. I slept.", "promise-steps", false],
	["How to Wash a Tent", "Shake the tent. Wash it by hand. Rinse it well. Hang it up.", "promise-steps", false],
	// A pointer
	["This One Habit Saved My Garden", "My garden is green.", "promise-pointer", true],
	["This One Habit Saved My Garden", "The habit is to water at night.", "promise-pointer", false],
	["This Is What Salt Does", "It melts ice.", "promise-pointer", false],
	// Words in quotation marks
	["“Leave the Goat Alone,” She Said", "The goat was white.", "promise-quotation", true],
	["“Leave the Goat Alone,” She Said", "“You should leave that goat alone,” she said.", "promise-quotation", false],
	["The So-Called “Goat”", "It was a sheep.", "promise-quotation", false],
	// A place or an organisation
	["A Winter in Lisbon", "It was cold.", "promise-place", true],
	["A Winter in Lisbon", "In Lisbon it was cold.", "promise-place", false],
	["A Mongolian Winter and Mongolia", "Mongolian winters are cold.", "promise-place", false],
	["What Google Knows", "Searching is easy.", "promise-place", true],
])("%s | %s → %s: %s", (title, text, rule, expected) => {
	expect(raised(title, text).includes(rule)).toBe(expected);
});

describe("Medium's checklist", () => {
	test.each([
		["worry", "You're Ruining Your Sleep and You Don't Even Know It", "You're Ruining Your"],
		["worry", "Habits That Make People Avoid You", "Make People Avoid You"],
		["hyperbole", "This Will Change Your Life", "Will Change Your Life"],
		["hyperbole", "Guaranteed Sleep for Parents", "Guaranteed"],
		["withheld", "She Opened the Box. What Happened Next Was Odd", "What Happened Next"],
		["withheld", "You Won’t Believe This Goat", "You Won’t Believe This"],
		["withheld", "10 Secrets Your Boss Doesn’t Want You to Know", "Secrets Your Boss Doesn’t Want You to Know"],
		["withheld", "What Banks Do Not Want You to Know", "What Banks Do Not Want You to Know"],
		["cliche", "Take Your Bread to the Next Level", "to the Next Level"],
		["cheap", "My Garden Is Insane LOL", "Is Insane"],
	] as const)("%s: %s", (check, title, quote) => {
		const found = clickbait(check, title);
		expect(found && title.slice(found.start, found.end)).toBe(quote);
	});

	test.each([
		"What My Mother Never Said about the War",
		"Why I Never Finish Books",
		"A Reader's Guide to Salt",
		"They Must Have Been Cold",
		"I Changed My Mind about Cats",
		"The Life of a Level Crossing",
		"Everything I Know about Bread",
		"Nobody Needs a Ten-Year Plan",
		"Two Kids Who Want to Change the World",
	])("%s passes", (title) => {
		expect(raised(title).filter((rule) => rule.startsWith("bait-"))).toEqual([]);
	});
});

test("nothing is asked of a text that is just being begun", () => {
	const blocks = blocksOf("What My Uncle Said in Lisbon", "").slice(0, 1);
	const context = contextFor([...blocks, { id: "p", type: "paragraph", spans: [{ text: "Rain." }] }]);
	expect(SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds))).toEqual([]);
});

describe("a number promised in another language", () => {
	const FILL: Record<string, string> = {
		de: "Der Wärter ging an diesem Morgen hinunter zum Wasser und zählte die Boote, die vor dem Sturm heimgekommen waren. ",
		es: "El guardián bajó aquella mañana al agua y contó los barcos que habían vuelto antes de la tormenta. ",
		zh: "守塔人那天早上走到水边，数了数暴风雨前回来的船。没有人说话，雨一直下着。",
		ko: "등대지기는 그날 아침 물가로 내려가 폭풍 전에 돌아온 배를 세었다. 아무도 말하지 않았다. ",
	};
	function found(title: string, language: string, items: number, headings = 0): string[] {
		const text = (FILL[language] ?? "").repeat(14);
		const list = Array.from({ length: items }, (_, n) => ({
			spans: [{ text: `${(FILL[language] ?? "").slice(0, 20)} ${n}` }],
			depth: 0,
		}));
		const context = contextFor([
			{ id: "title", type: "title", spans: [{ text: title }] },
			{ id: "p", type: "paragraph", spans: [{ text }] },
			...(items > 0 ? [{ id: "l", type: "list", ordered: false, items: list } satisfies Block] : []),
			...Array.from(
				{ length: headings },
				(_, n) => ({ id: `h${n}`, type: "heading", level: 1, spans: [{ text: `${n}` }] }) satisfies Block,
			),
		]);
		expect(context.language.code).toBe(language);
		return SINCERITY_RULES.filter(({ languages }) => languages === "any" || languages.includes(language))
			.flatMap((rule) => rule.check(context, rule.thresholds))
			.map(
				({ ruleId, severity, quote, values }) =>
					`${ruleId} ${severity} ${quote} ${values["promised"]}/${values["found"] ?? "="}`,
			);
	}
	test.each([
		["7 Wege, besser zu schlafen", "de", 5, "headline.promised-number warning 7 Wege 7/5"],
		["Sieben gute Gründe für einen Garten", "de", 7, "headline.number-kept strength Sieben gute Gründe 7/="],
		["Siete razones para volver", "es", 4, "headline.promised-number warning Siete razones 7/4"],
		["提高睡眠的十二个方法", "zh", 10, "headline.promised-number warning 十二个方法 12/10"],
		["더 잘 자는 7가지 방법", "ko", 7, "headline.number-kept strength 7가지 7/="],
	])("%s, with a list of %s", (title, language, items, expected) => {
		expect(found(title, language, items)).toEqual([expected]);
	});
	test.each([
		["7 Jahre auf der Insel", "de", 5, 0],
		["Um 7 Uhr kommen die Boote", "de", 5, 0],
		["7 Wege, besser zu schlafen", "de", 0, 0],
		["12 月的海边", "zh", 5, 0],
	])("%s says nothing that lists could tell", (title, language, items, headings) => {
		expect(found(title, language, items, headings)).toEqual([]);
	});
	test("an introduction and a conclusion do not break the number of headings", () => {
		expect(found("5 Wege, besser zu schlafen", "de", 0, 7)).toEqual(["headline.number-kept strength 5 Wege 5/="]);
	});
});

test("words a message lists stand in the title as they are written there", () => {
	const titles = [
		"Is Gardening Cheaper than Running?",
		"Why Gardeners Love Editing",
		"How to Repair Bicycles",
		"7 Ways of Sleeping",
	];
	const listed = titles.flatMap((title) => {
		const context = contextFor(blocksOf(title, ""));
		return SINCERITY_RULES.flatMap((rule) => rule.check(context, rule.thresholds)).flatMap(({ values }) =>
			["missing", "noun"]
				.flatMap((name) => `${values[name] ?? ""}`.split(", ").filter(Boolean))
				.map((word) => ({ word, in: title.split(/[ ?]/).includes(word) })),
		);
	});
	expect(listed.length).toBeGreaterThan(4);
	expect(listed.filter((one) => !one.in)).toEqual([]);
});

test.each([
	["I made 10,000, then 2.5k and 3 million", [10_000, 2500, 3_000_000]],
	["Ten thousand, two hundred and fifty, thirty-one", [10_000, 250, 31]],
	["Two thousand five hundred men and a hundred dogs", [2500, 100]],
	["In 2023, version 1.2.3", [2023]],
	["A day", []],
])("amounts in “%s”", (text, amounts) => {
	expect(amountsIn(text)).toEqual(expect.arrayContaining(amounts));
	expect(amountsIn(text).filter((amount) => amount > 3)).toHaveLength(amounts.length);
});
