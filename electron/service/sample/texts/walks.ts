import type { SampleStory } from "../sample-story.ts";

/** Invented stories about walking. `@name` stands for a paragraph of the bank. */
export const WALK_STORIES: readonly SampleStory[] = [
	{
		key: "walk-wrong-map",
		tags: ["walking", "essay"],
		appeal: 1.9,
		text: `# I Walked for Three Days With a Map From 1911
> Every difference is a question

The map cost two coins at a church sale and smelled of somebody's attic. The woman who sold it told me that it was out of date. I said that this was what I wanted it for.

@walk-map

## The first day

@walk-rain

By evening I had found two of the nine bridges. One was a culvert now, and a boy showed me the third by jumping over it.

![Hills in blue layers with a pale sky](hills) What the map calls open ground. Drawn for this sample.

## The second day

@walk-pace

@walk-dog

## The third day

@walk-sea

The map ends at the harbour, because in 1911 that was where the reason for a map ended. I folded it along the old lines and took the bus home, which needed forty minutes for all of it.`,
	},
	{
		key: "walk-bench",
		tags: ["walking", "memory"],
		appeal: 1.2,
		text: `# The Bench at the Top of the Hill
> On sitting down on somebody

It is a twenty-minute climb, and I make it when there is something I do not want to think about.

@walk-bench

@walk-pace

Last week there was another name beside the first, cut by the same hand. The second date was very recent. I stood for a while and then sat on the grass.

@walk-sea`,
	},
	{
		key: "walk-dog",
		tags: ["walking"],
		appeal: 0.8,
		text: `# A Dog Showed Me the Way to the Ferry
> Two miles with a guide who asked for nothing

I was lost, though not seriously. The path had divided at a chapel, and both halves looked like the one I wanted.

@walk-dog

@walk-rain

I asked about the dog at the ferry. The man with the ropes did not look up. "That one," he said, "takes the ones who hesitate."`,
	},
	{
		key: "walk-slow",
		tags: ["walking", "habits"],
		appeal: 0.6,
		text: `# Walking Slowly: A Defence
> Against the counted step

My watch congratulated me on a brisk walk. I had been running for a bus.

@walk-pace

@walk-map

@walk-bench

I have taken the watch off. The hill is as high as it was.`,
	},
];
