import type { SampleStory } from "../sample-story.ts";

/** Invented stories about writing, gardens and kitchens. `@name` stands for a paragraph of the bank. */
export const CRAFT_STORIES: readonly SampleStory[] = [
	{
		key: "write-cat",
		tags: ["writing", "editing"],
		appeal: 2.4,
		text: `# I Read Every Draft to My Cat, and Here's What She Taught Me
> Editing by ear

She listens from the radiator with her eyes closed. The moment a paragraph goes on for too long, one ear turns away.

@write-aloud

## What the ear finds

- The word that is in two sentences running.
- The joke that was only funny on paper.
- The place where I breathe in and there is no comma.

@write-cut

## What the ear cannot find

It cannot tell me whether the thing is true. For that I have a friend who used to check facts for a living, and who charges in cake.

@write-reader

You do not need a cat. A wall will do, if you listen to yourself as though you were the wall.`,
	},
	{
		key: "write-middle",
		tags: ["writing", "habits"],
		appeal: 1.8,
		text: `# Stop in the Middle of a Sentence
> The best trick I know for starting again

When the kitchen clock strikes nine I stop. If I am lucky, I am in the middle of

@write-stop

## Why it works

Beginning is the hard part, and this way I begin only once for each piece. Every other morning I continue. The page is warm.

@write-first

@week-morning

Leave your next one unfinished tonight. See who is waiting there in the morning.`,
	},
	{
		key: "write-numbers",
		tags: ["writing", "statistics"],
		appeal: 1.5,
		text: `# What 40 Readers Told Me That 4,000 Could Not
> Small numbers, looked at closely

In April a piece of mine was shown to four thousand people. In May another one was read by forty. I learned more in May.

@write-numbers

## How I look at small numbers

1. Compare with the same age of another story, never with its total.
2. Ask how many stayed, not how many came.
3. Wait a week before having an opinion.

@write-old

@write-reader

The forty are still here, most of them. The four thousand were only passing.`,
	},
	{
		key: "write-oldest",
		tags: ["writing", "review"],
		appeal: 1.0,
		text: `# Once a Year I Read My Oldest Stories
> It is not pleasant, and it is worth it

The first sentence of the first one contains the word *journey*. I closed the tab, made tea, and opened it again.

@write-old

@write-cut

## What I look for

I look for the sentence that I would still write. There is usually one, and it is never the one I was proud of.

@write-first`,
	},
	{
		key: "write-beginning",
		tags: ["writing"],
		appeal: 0.7,
		text: `# How to Begin a Story Without Clearing Your Throat
> Cut the first paragraph, then look again

A friend sent me a draft last week. The story began on page two, with a man locking himself out of his own bakery at four in the morning. Page one was about bread in general.

@write-cut

@write-aloud

She cut page one. Then she asked what to do with it. Keep it, I said. It is how you found the man.`,
	},
	{
		key: "garden-clay",
		tags: ["gardening", "patience"],
		appeal: 1.3,
		text: `# This Garden Is Made of Clay, and I Have Stopped Fighting It
> Two years of digging, one of asking

The spade went in two inches and stopped. I leaned on it. It did not go in any further, but I felt that we had been introduced.

@garden-soil

## What it likes to grow

@garden-beans

![A wall, poles and climbing beans at dusk](garden) The poles in September. Drawn for this sample.

@garden-neighbour

@garden-wait

In the end I bought one bag of sand, put it by the gate, and have been stepping around it ever since.`,
	},
	{
		key: "garden-wall",
		tags: ["gardening", "neighbours"],
		appeal: 0.9,
		text: `# What My Neighbour Knows About Frost
> Fifty years on the other side of a wall

She does not own a thermometer. I own two, and one of them talks to my phone.

@garden-neighbour

@garden-wait

@garden-beans

This spring I pointed at the sky before she did. She looked up, thought about it, and shook her head. It was eleven degrees that night. I am still learning.`,
	},
	{
		key: "kitchen-soup",
		tags: ["cooking", "habits"],
		appeal: 1.1,
		text: `# The Soup That Is Never the Same Twice
> A recipe with no ingredients

On Thursdays we eat what is left. It began as thrift, and nobody now remembers what we did on Thursdays before.

@kitchen-soup

## How it goes

1. Onions, slowly, for longer than you think.
2. Whatever is in the drawer, the hardest things first.
3. Water, and nothing clever.
4. Something sour at the very end.

@week-rest

The bowl is blue and has a chip in it. It is always on Thursday's side of the table.`,
	},
];
