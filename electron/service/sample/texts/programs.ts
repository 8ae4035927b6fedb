import type { SampleStory } from "../sample-story.ts";

/** Invented stories about small programs. `@name` stands for a paragraph of the bank. */
export const PROGRAM_STORIES: readonly SampleStory[] = [
	{
		key: "program-page",
		tags: ["programming", "tools"],
		appeal: 2.6,
		text: `^ Small programs that last, part 1
# I Rewrote My Invoice Tool in One Page of Code
> What a page can hold, and what it cannot

Last autumn my invoice tool had 6,200 lines, three settings files and a bug that I had been walking around for a year. It sent the same invoice twice, always to the same patient customer.

I gave myself one weekend and one rule: the new version had to fit on a page.

## What had to stay

@program-one-job

Four things had to stay, and I wrote them on the back of an envelope before I touched the keyboard:

1. Read the hours I noted during the month.
2. Multiply them by the rate that we agreed on.
3. Write one text file for each customer.
4. Say clearly what was not billed, and why.

## What it looks like now

The heart of it is small enough to show here.

\`\`\`python
def invoice(customer, hours, rate):
    lines = [(day, spent, spent * rate) for day, spent in hours]
    total = sum(amount for _, _, amount in lines)
    return {"customer": customer, "lines": lines, "total": total}
\`\`\`

@program-names

![A desk at dusk with a lamp and a single sheet of paper](dusk) The page in question. Drawn for this sample.

## What I miss

The old version could send mail on its own. The new one leaves the files in a folder, and I attach them by hand, which takes three minutes a month. In those three minutes I have found two mistakes.

@program-delete

Would a page be enough for you? Probably not for everything. Try it with the tool you curse most often, and tell me what had to stay.`,
	},
	{
		key: "program-folder",
		tags: ["programming", "data"],
		appeal: 1.7,
		text: `^ Small programs that last, part 2
# A Folder of Text Files Is a Better Database Than You Think
> Nine years of notes, and not one migration

The oldest file in the folder is from a Tuesday in March nine years ago. It opens in less time than it takes to say so.

@program-files

## How the folder is laid out

- One folder for each year.
- One file for each day on which something happened.
- A name that sorts by itself: year, month, day.

That is all. There is no index, because the names are the index.

\`\`\`sh
grep -ril "boiler" notes/ | sort | tail -3
\`\`\`

## When it stops being enough

" The day I need a database I will know, because the folder will tell me.

It told me once. Two programs wanted to write to the same file in the same second, and one of them lost. I moved that one file into a proper database and left the other eleven thousand where they were.

@program-log

If you keep a folder like this, write to me about the oldest file in it.`,
	},
	{
		key: "program-eleven",
		tags: ["programming", "community"],
		appeal: 1.1,
		text: `^ Small programs that last, part 3
# Eleven Users Are Enough
> On software for people whose names you know

The message came at seven in the morning: *the button is gone again*. I knew who had sent it before I looked, and I knew which button.

@program-users

## What changes when you know them

I do not measure anything. When I want to know whether a feature is used, I ask. The answers are better than any chart, because they start with *well, actually*.

@program-slow

## What does not change

Mistakes still happen. The difference is that I can apologise to everyone in one evening, and that I do.

@program-tests

I sometimes wonder what the twelfth user would be like.`,
	},
	{
		key: "program-tests",
		tags: ["programming", "testing"],
		appeal: 0.8,
		text: `^ Small programs that last, part 4
# Do You Really Need That Test?
> Fear as a guide to what to check

For years I tested what was easy to test. The reports were green, and the program fell over in the places where nobody had looked.

@program-tests

## Three questions before a test

1. What would it cost if this broke quietly?
2. Would I notice on the same day?
3. Is there a simpler version that could not break?

The third question has saved me more time than the other two together.

@program-delete

@program-names

What are you afraid of in your own code? Start there.`,
	},
	{
		key: "program-log",
		tags: ["programming", "operations"],
		appeal: 1.4,
		text: `# The Log That Told Me What Went Wrong at Six in the Morning
> Write sentences, not codes

The heating in the allotment greenhouse runs on a small computer and forty lines of code. On the coldest night of the year it stopped.

@program-log

## The line that mattered

\`\`\`
06:02 The sensor answered 85 degrees. That cannot be. I kept the last value and left the heater on.
\`\`\`

I wrote that message two years earlier, in a bad mood, because 85 is what this sensor says when a wire is loose. The tomatoes never knew.

@program-one-job

@program-slow

Look at the last message your own program wrote. Would it help you at six in the morning?`,
	},
	{
		key: "program-names",
		tags: ["programming", "craft"],
		appeal: 0.9,
		text: `# 5 Names I Changed, and What Each One Fixed
> A short tour of one old file

I opened a file that I had not touched since spring. It took me twenty minutes to understand the first function, and I had written it.

@program-names

## tmp2 became unpaidInvoices

The bug was visible as soon as the name was right: paid invoices were in there too.

## check became refuseIfClosed

It had been called in a place where nothing was ever refused.

## data became readings

There were two kinds of data in the file. Now there are readings and there are settings, and they no longer meet by accident.

## flag became heaterIsOn

A flag can mean anything. A heater is either on or it is not.

## doIt became sendReport

It did not only send the report. It also deleted the old one, which is why nobody could ever find it. Now there are two functions.

@program-delete`,
	},
];
