import type { SampleStory } from "../sample-story.ts";

/** Invented stories about work and days. `@name` stands for a paragraph of the bank. */
export const WEEK_STORIES: readonly SampleStory[] = [
	{
		key: "week-three-lines",
		tags: ["productivity", "habits"],
		appeal: 3.2,
		text: `^ The unhurried week, part 1
# My To-Do List Has Three Lines, and This Is Why It Works
> A year with a list the size of a playing card

I used to keep a list with 140 entries. I know the number because one evening I counted, instead of doing any of them.

@week-list

## What happens to the rest

Most of it was never mine. When I copied the old list onto paper, line by line, I found that half of the entries began with *maybe*. The word had been doing the work of a wastebasket.

@week-no

## A day with three lines

- The letter to the insurance.
- Two pages, however bad.
- The bicycle tyre.

The tyre took four minutes. It had been on the long list since spring.

![Three pencil lines on a small card, morning light](morning) The card. Drawn for this sample.

@week-morning

## What I lost

I lost the feeling of being busy, and I missed it more than I expected. Being busy is a kind of company. It took about six weeks until the quiet stopped sounding like something I had forgotten.

@week-sunday

Try it for a week. If you write a fourth line, tell me what it was.`,
	},
	{
		key: "week-drawer",
		tags: ["habits", "attention"],
		appeal: 2.1,
		text: `^ The unhurried week, part 2
# I Put My Phone in a Kitchen Drawer for 100 Mornings
> Eleven steps are enough

On the first morning I opened the drawer four times. On the fifth I forgot it was there.

@week-phone

## What I did instead

Mostly nothing, for a while. I looked out of the window. I learned that the post comes at ten past nine and that the neighbour's cat has a route.

@week-morning

## What went wrong

Twice somebody needed me and could not reach me before noon. One of them was annoyed. Both of them managed.

" Eleven steps are enough to make me ask what I wanted.

@week-walk

It is day 214 now. I have stopped counting, apart from just then.`,
	},
	{
		key: "week-corridor",
		tags: ["work", "meetings"],
		appeal: 1.3,
		text: `^ The unhurried week, part 3
# The Meeting in the Cold Corridor
> How nine people lost fifty-one minutes and were glad

It was the radiator's fault. The meeting room had been closed for repairs, so we stood in the corridor with our coats on.

@week-meeting

## What can be said in nine minutes

1. What did we promise?
2. What is in the way?
3. Who will call whom?

Everything else turned out to be a conversation between two people that the other seven had been listening to out of politeness.

@week-no

@week-list

The radiator has been mended. We have not gone back.`,
	},
	{
		key: "week-rest",
		tags: ["rest", "work"],
		appeal: 1.6,
		text: `^ The unhurried week, part 4
# Why Does Rest Feel Like Stealing?
> Notes from a winter of finishing at four

At four o'clock on a Wednesday in January I closed the lid of my computer and went to look at the river. I felt like a burglar.

@week-rest

## The first month

Nothing fell apart. I kept waiting for it. The work that had filled the hours until seven turned out to be made of something soft, and it folded.

@week-walk

## The second month

I began to notice things at two in the afternoon that I had only ever noticed at midnight: that a plan was bad, that a friend had sounded tired.

@week-sunday

Rest still feels like stealing on some days. I have decided to keep what I took.`,
	},
	{
		key: "week-mistakes",
		tags: ["work", "planning"],
		appeal: 1.0,
		text: `# 7 Planning Mistakes I Make Every January
> And the four I have finally stopped making

The notebook is new, the pen is new, and by the second week of January the plan is already a work of fiction.

## I plan for the person I would like to be

That person gets up at five. I have never met him.

## I plan every day

A plan without an empty day is a plan without weather.

## I forget that things end

Something always has to be put away before the next thing can be taken out.

## I count the work and not the waiting

The form takes ten minutes. The answer takes three weeks.

## I start on a Monday

Mondays are for finding out what happened at the weekend.

## I write it where I cannot see it

@week-list

@week-rest

Which of these do you make? I suspect there is one I have not noticed yet.`,
	},
	{
		key: "week-sunday",
		tags: ["habits", "review"],
		appeal: 0.7,
		text: `# Ten Minutes on Sunday Evening
> A review that looks backwards

The kettle takes four minutes and the tea takes three. That leaves three minutes of writing, which is all it needs.

@week-sunday

@week-walk

## What I write down

One thing that was better than I expected, one that was worse, and one that I had forgotten by the time I sat down. The third is the interesting one.

@week-phone`,
	},
];
