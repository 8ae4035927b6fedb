/** Invented ideas and series. Days count from today; negative ones are past. */
import type { Effort } from "#domain/planning/idea.ts";

export interface SampleIdea {
	title: string;
	topic: string;
	angle?: string;
	audience?: string;
	note?: string;
	effort?: Effort;
	/** Days from today on the calendar. */
	inDays?: number;
	/** Key of the story that grew out of it. */
	story?: string;
	dropped?: true;
}

export const IDEAS: readonly SampleIdea[] = [
	{
		title: "Five things that may stay on my desk",
		topic: "Work",
		angle: "Each has to argue for its place",
		audience: "People with a small desk",
		effort: "short",
		story: "draft-five-tools",
	},
	{
		title: "Ten trends for writers",
		topic: "Writing",
		angle: "A list, because lists do well",
		note: "Other people’s subject. I would not read it myself",
		effort: "short",
		dropped: true,
	},
	{
		title: "Ask in the title, answer in the text",
		topic: "Writing",
		angle: "My own questions, one by one",
		note: "Look at the old titles first",
		effort: "medium",
		story: "draft-question",
	},
	{
		title: "A soup one cannot write down",
		topic: "Kitchen",
		angle: "A recipe without quantities",
		effort: "short",
		story: "kitchen-soup",
	},
	{ title: "Everything about spoons", topic: "Kitchen", note: "There is no second paragraph in it", dropped: true },
	{
		title: "The button that was always gone",
		topic: "Software",
		angle: "What a bug report says between the lines",
		audience: "People who make small tools",
		effort: "short",
		inDays: 9,
	},
	{ title: "What the second bench knows", topic: "Walking", angle: "Where sentences come from", effort: "short" },
	{
		title: "A week without a title",
		topic: "Writing",
		angle: "Write first, name last",
		audience: "Writers who are stuck on line one",
		note: "Try it in the quiet week after the holidays",
		effort: "medium",
		inDays: 30,
	},
	{
		title: "Fifty years on the other side of the wall",
		topic: "Garden",
		angle: "A portrait of the neighbour",
		effort: "long",
		story: "garden-wall",
	},
	{
		title: "Nine things my grandmother kept in her desk",
		topic: "Work",
		angle: "A list that is really about order",
		effort: "medium",
	},
	{
		title: "How long does a text file last?",
		topic: "Software",
		angle: "Open the oldest ones and see",
		audience: "Anyone with a folder called old",
		note: "Ask the eleven users for theirs",
		effort: "medium",
		inDays: 44,
	},
	{ title: "Soup for people who do not cook", topic: "Kitchen", effort: "short" },
	{
		title: "The first page is for you, the second for them",
		topic: "Writing",
		angle: "Why openings go",
		effort: "short",
	},
	{
		title: "What I got wrong about mornings",
		topic: "Work",
		angle: "A correction to part 2",
		note: "Be honest about the bad weeks",
	},
	{ title: "A map of every bench in town", topic: "Walking", angle: "With the dates", effort: "long" },
	{
		title: "Fewer readers, longer reads",
		topic: "Writing",
		angle: "What a reading hour is",
		audience: "Writers who look at their stats too often",
		effort: "medium",
	},
];

export interface SamplePart {
	title: string;
	promise: string;
	/** Key of the story that is the part's text. */
	story?: string;
	inDays?: number;
}

export const SERIES: readonly { title: string; promise: string; parts: readonly SamplePart[] }[] = [
	{
		title: "Small programs that last",
		promise: "Six stories on software that one person can understand, keep and hand on",
		parts: [
			{
				title: "I Rewrote My Invoice Tool in One Page of Code",
				promise: "What a page can hold",
				story: "program-page",
			},
			{
				title: "A Folder of Text Files Is a Better Database Than You Think",
				promise: "Plain files, and when to leave them",
				story: "program-folder",
			},
			{ title: "Eleven Users Are Enough", promise: "What changes when you know them", story: "program-eleven" },
			{ title: "Do You Really Need That Test?", promise: "Fear as a guide", story: "program-tests" },
			{
				title: "I Lost a Year of Photographs, So I Wrote 30 Lines",
				promise: "A backup you can read",
				story: "draft-backup",
				inDays: 2,
			},
			{ title: "Handing It On", promise: "What the next person needs to know", inDays: 50 },
		],
	},
	{
		title: "The unhurried week",
		promise: "Five stories on doing fewer things and finishing them",
		parts: [
			{
				title: "My To-Do List Has Three Lines, and This Is Why It Works",
				promise: "A list like a playing card",
				story: "week-three-lines",
			},
			{
				title: "I Put My Phone in a Kitchen Drawer for 100 Mornings",
				promise: "Eleven steps are enough",
				story: "week-drawer",
			},
			{ title: "The Meeting in the Cold Corridor", promise: "Nine minutes for nine people", story: "week-corridor" },
			{ title: "Why Does Rest Feel Like Stealing?", promise: "Finishing at four", story: "week-rest" },
			{ title: "The Week That Fell Apart", promise: "What held when nothing else did" },
		],
	},
];

/** Drafts with a day of their own: key and days from today. */
export const PLANNED_DRAFTS: readonly (readonly [story: string, inDays: number])[] = [
	["draft-five-tools", 26],
	["draft-question", 58],
	["draft-ferry", -3],
];
