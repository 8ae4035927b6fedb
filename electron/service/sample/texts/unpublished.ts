import type { SampleStory } from "../sample-story.ts";

/** Invented drafts, responses and what was thrown away. */
export const DRAFTS: readonly (SampleStory & { stage: "outline" | "draft" | "ready" })[] = [
	{
		key: "draft-backup",
		stage: "ready",
		tags: ["programming"],
		appeal: 1,
		text: `^ Small programs that last, part 5
# I Lost a Year of Photographs, So I Wrote 30 Lines
> A backup you can read

On the second of February the disk made a noise like a small coin being dropped, and then it made no noise at all.

@program-log

## What the thirty lines do

\`\`\`sh
for folder in photos notes invoices; do
    copy_and_check "$folder" || say "$folder was not copied"
done
\`\`\`

@program-files

Check yours tonight. Not whether it ran, but whether you can open one picture from it.`,
	},
	{
		key: "draft-question",
		stage: "draft",
		tags: ["writing"],
		appeal: 1,
		text: `# Why Do We Still Ask Questions in Our Titles? The Best Answer Ever…

In this article I will look at what happens when a title asks instead of telling.

@write-numbers

**What the figures say**

@write-reader

@write-old`,
	},
	{
		key: "draft-five-tools",
		stage: "draft",
		tags: ["tools"],
		appeal: 1,
		text: `# 5 Quiet Tools for a Loud Week
> What stays on my desk

The desk is small, so everything on it has to argue for its place.

## A card

@week-list

## A drawer

@week-phone

## A kitchen timer

It ticks. That is the whole of its talent.

## A pencil

(note: say something about the sharpener)`,
	},
	{
		key: "draft-corridor",
		stage: "outline",
		tags: ["work"],
		appeal: 1,
		text: `# What the Corridor Taught Me About Listening

## The day nobody spoke

## The question that opened it

## What I do now`,
	},
	{
		key: "draft-ferry",
		stage: "draft",
		tags: ["walking"],
		appeal: 1,
		text: `# The Last Ferry
> A true story, apart from the parts about the ferry

The man with the ropes remembered me. He asked whether I had found another dog.

@walk-sea

@walk-bench`,
	},
];

export const RESPONSES: readonly string[] = [
	"The corridor works at our place too, though ours is warm, so we need eleven minutes.",
	"I tried the drawer for a week. Day three was the interesting one. Thank you for not calling it a detox.",
	"My folder goes back to a Thursday in November. The oldest file is a shopping list, and I would not part with it.",
	"What you say about reading aloud is right, and I would add: read it the next morning, before the coffee.",
];

export const TRASHED: readonly SampleStory[] = [
	{
		key: "trash-trends",
		tags: ["writing"],
		appeal: 1,
		text: `# 10 Trends You Absolutely Must Not Miss!!!

I wrote this title at midnight and threw it away at breakfast.`,
	},
	{
		key: "trash-spoon",
		tags: ["cooking"],
		appeal: 1,
		text: `# Notes for a Piece About Spoons

Wooden, mostly. There was going to be a second paragraph.`,
	},
];
