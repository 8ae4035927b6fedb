/** Paragraphs that several invented stories share, by name. Written for the sample library; nothing in them happened. */
export const PARAGRAPHS: Readonly<Record<string, string>> = {
	"program-one-job":
		"A program that does one thing can be read in one sitting. You open the file, you see where the data comes in, you see where it goes out, and between the two there is a page of code you could explain to a friend over lunch. Most of my favourite tools are like that. None of them has a roadmap.",
	"program-names":
		"Names are the cheapest documentation there is. When I come back after a year I do not remember what I meant by `tmp2`, but I know at once what `unpaidInvoices` holds. I now spend more time on names than on comments, and I have stopped feeling guilty about it.",
	"program-files":
		"I keep the data in plain files for as long as I can bear it. A folder of text files survives every change of fashion: I can search it, copy it, and read it on a machine that has never heard of my program. The day I need a database I will know, because the folder will tell me.",
	"program-tests":
		"I write a test when I am afraid of something. That sounds careless, but fear turns out to be a good guide. The parser frightens me, so it has forty tests. The function that adds two numbers does not, so it has none, and nobody has complained.",
	"program-delete":
		"The best afternoon of that month was the one in which I removed four hundred lines. Nothing got faster, nothing got prettier, and yet the whole thing felt lighter, like a room after the old sofa has been carried out. I could suddenly see the floor.",
	"program-users":
		"There are eleven people who use it. I know most of them by first name. When one of them writes, I can usually answer the same evening, and twice a year somebody brings a cake. I would not trade that for ten thousand strangers and a support queue.",
	"program-log":
		"Every tool I trust keeps a log that a human can read. Not a stream of numbers, but sentences: what was asked, what was done, what was left alone and why. When something goes wrong at six in the morning, a sentence is worth more than a dashboard.",
	"program-slow":
		"Slow is a feature when it gives you time to notice. The import takes four seconds. I have watched it so often that I know the order of the lines, and when one was missing last winter I saw it before any check did.",
	"week-morning":
		"The first hour decides the rest. If I read the news in it, the day belongs to other people. If I write in it, even badly, the day is mine and whatever comes later is extra. I have tried it both ways for long enough to stop arguing with myself.",
	"week-list":
		"My list has three lines. When I write a fourth, one of the others has to go, and choosing which is the only planning I do. The paper is the size of a playing card, so there is no cheating.",
	"week-walk":
		"At half past two my head is full of wool. I used to fight it with coffee. Now I walk to the bridge and back, which takes twenty-five minutes, and the sentence I was looking for is generally waiting at the second bench.",
	"week-no":
		"Saying no got easier when I stopped giving reasons. A reason is an invitation to negotiate. *I can't this month* is a whole sentence, and in two years not one person has asked for the rest of it.",
	"week-sunday":
		"On Sunday evening I look at what I did rather than at what I planned. It takes ten minutes and it is often a surprise. The big thing is usually smaller than I remember, and some small thing has quietly become the point of the week.",
	"week-phone":
		"The phone lives in the kitchen drawer until noon. It is not a heroic act; the drawer is eleven steps from my desk. But eleven steps are enough to make me ask what I wanted, and most of the time I did not want anything.",
	"week-meeting":
		"We used to meet for an hour because an hour was what the calendar offered. Then somebody suggested that we stand in the corridor instead. The corridor is cold. Our meetings are now nine minutes long, and nobody misses the other fifty-one.",
	"week-rest":
		"Rest is not what is left over when the work is done, because the work is never done. I had to put it in first, like the big stones in the jar of that old story, and let the rest of the week run in around it.",
	"walk-rain":
		"It began to rain before the first gate. Not the kind of rain that makes you turn back, but the kind that makes you lower your head and look at the ground, and so I saw what I would have missed: snails on every post, each at the same height, as if someone had measured.",
	"walk-map":
		"The old map shows a mill where there is now a row of garages. I like walking with a map that is wrong. Every difference is a question, and the answers are usually standing in a front garden with a hose.",
	"walk-pace":
		"You cannot hurry a path that goes round every field. It was made by people who carried things and had no reason to climb where they could go around, and after a mile or so my feet understood the argument.",
	"walk-dog":
		"The dog belonged to nobody in particular. It joined me at the chapel, walked ahead for two miles as though it had been hired, and left at the ferry without saying goodbye. I have known guides who did less.",
	"walk-sea":
		"Then the hedge ended and there was the sea, much closer than I had thought and a different colour from the one I had expected. I stood there long enough for my tea to go cold. Nothing happened, and I would not have missed it.",
	"walk-bench":
		"There is a bench at the top with a name cut into it and two dates. I read them every time. It seems polite, when you are about to sit down on somebody.",
	"write-first":
		"The first draft is for finding out what I think. It is allowed to be wrong, dull and twice as long as it should be, because nobody will ever see it. I only ask that it exists by Friday.",
	"write-aloud":
		"Reading aloud finds what the eye forgives. My tongue trips over the same sentence that a reader would skip, and it does so without being asked. I read to the cat. The cat leaves when it gets boring, which is all the analytics I need.",
	"write-cut":
		"I cut the opening paragraph of almost everything. It is where I clear my throat, and by the second paragraph I have usually started to speak. Once or twice a year the first paragraph turns out to be good, and then I am glad I looked.",
	"write-reader":
		"I write to one person. She is a friend who moved away, she is clever and busy, and she knows nothing about the subject. When a sentence would make her sigh, it goes. When she would ask *such as?*, I put in the example.",
	"write-stop":
		"I stop in the middle of a sentence when the hour is over. It feels wrong, like leaving a door open, and it is the best trick I know: the next morning I do not have to begin, I only have to go on.",
	"write-numbers":
		"A number is only worth something beside another number. Forty readers sounds like nothing until you learn that last spring there were nine, and that thirty-one of the forty stayed to the end.",
	"write-old":
		"I reread the oldest pieces once a year. It is not pleasant. But there is nearly always one that is better than I remembered, and it tells me more about what to write next than any list of trends.",
	"garden-soil":
		"The soil here is mostly clay. In March it holds a bootprint for a week, and in August it cracks wide enough to lose a pencil in. I fought it for two years before I asked what it would like to grow.",
	"garden-beans":
		"Beans forgive nearly everything. I planted them late, in the wrong place, and forgot them during a heatwave, and in September they were at the top of the poles looking for something else to climb.",
	"garden-neighbour":
		"My neighbour has gardened on the other side of the wall for fifty years. She gives advice by pointing. In spring she pointed at my seedlings and then at the sky, and that night there was frost.",
	"garden-wait":
		"A garden teaches waiting because there is nothing else to be done. You can water, you can weed, you can stand there with your hands on your hips. The pear tree will bear fruit in its fifth year either way.",
	"kitchen-soup":
		"The soup is different every time because it is made of whatever is left. That is not a weakness of the recipe. It is the recipe.",
};
