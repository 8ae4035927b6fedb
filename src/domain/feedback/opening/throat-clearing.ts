/** Phrases that announce instead of beginning. English. */

/** Matched on whole words, lower case, straight apostrophes. */
const THROAT_CLEARING = [
	...[
		"in this article",
		"in this blog post",
		"in this post",
		"in this story, i will",
		"in this essay",
		"in this piece",
	],
	...["in this guide", "in this tutorial", "this article will", "this post will", "this article is about"],
	...["this is an article about", "this story is about", "today i want to", "today i'm going to", "today we will"],
	...["in today's world", "in today's fast-paced", "in today's digital", "in today's society", "in the modern world"],
	...["in our modern world", "in this day and age", "nowadays", "since the dawn of", "from the dawn of"],
	...["since the beginning of time", "throughout history", "for as long as i can remember", "have you ever wondered"],
	...["did you know that", "imagine a world where", "picture this", "we all know that", "as we all know"],
	...[
		"everyone knows that",
		"it goes without saying",
		"needless to say",
		"it is no secret that",
		"it's no secret that",
	],
	...[
		"without further ado",
		"let's dive in",
		"let us dive in",
		"let's dive into",
		"let's get started",
		"let's jump in",
	],
	...["before we begin", "before we start", "before i begin", "before diving in", "let me start by", "let me begin by"],
	...["let me introduce", "allow me to introduce", "i want to start by", "i would like to start", "i'd like to start"],
	...["i'm going to talk about", "i am going to talk about", "i will be talking about", "i want to talk about"],
	...["i'm going to show you", "i am going to show you", "i will show you how", "you will learn how"],
	...["the dictionary defines", "according to the dictionary", "webster's dictionary", "merriam-webster defines"],
	...[
		"hello everyone",
		"hi everyone",
		"hey everyone",
		"hello friends",
		"welcome to my",
		"welcome back to",
		"buckle up",
	],
	...["if you're reading this", "if you are reading this", "thanks for reading", "first things first"],
] as const;

function phraseAt(lower: string, phrase: string): number {
	for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
		const before = lower.charAt(at - 1);
		const after = lower.charAt(at + phrase.length);
		if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
	}
	return -1;
}

/** Lower case that keeps every offset: letters whose lower case has another length stay as they are. */
function sameLengthLower(text: string): string {
	const lower = text.toLowerCase();
	const kept = lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	return kept.replaceAll("’", "'");
}

/** The first such phrase of a text. */
export function throatClearingIn(text: string): { start: number; end: number } | null {
	const lower = sameLengthLower(text);
	let first: { start: number; end: number } | null = null;
	for (const phrase of THROAT_CLEARING) {
		const start = phraseAt(lower, phrase);
		if (start >= 0 && (!first || start < first.start)) first = { start, end: start + phrase.length };
	}
	return first;
}
