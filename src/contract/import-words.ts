/** What an import says, from its codes. */
import type { MediumNote } from "#domain/medium/notes.ts";
import type { KindReason } from "#domain/medium/response.ts";
import { type Message, message } from "#domain/words/message.ts";
import type { ImportedFile, ImportOutcome, ImportReason, ImportReport, ReadPage, SkippedFile } from "./imports.ts";

/** What a page beside the stories gave. */
export function pageWords({ kind, count }: ReadPage): Message {
	switch (kind) {
		case "earnings":
			return message("Lifetime earnings read, stories: {{number}}", { number: count });
		case "profile":
			return message("Handle and name read; nothing else");
		case "publications":
			return message("Names of your publications read; nothing else");
		case "feed":
			return message("Tags and dates read, stories: {{number}}; their texts are in other files", { number: count });
	}
}

/** Names said in one remark. */
const MOST_NAMES = 10;

/** Stories an earnings page speaks of and the library does not have; `null` where there are none. */
export function notInLibraryWords({ notInLibrary = [] }: ReadPage): Message | null {
	const count = notInLibrary.length;
	if (count === 0) return null;
	const names = notInLibrary.slice(0, MOST_NAMES).join(", ") + (count > MOST_NAMES ? ", …" : "");
	return message(
		"{{count}} of its stories are not in the library; their earnings are counted all the same: {{names}}",
		{
			count,
			names,
			defaultValue_one:
				"{{count}} of its stories is not in the library; its earnings are counted all the same: {{names}}",
		},
	);
}

/** Why a file was left out. */
export function skipWords({ reason, detail }: Pick<SkippedFile, "reason" | "detail">): Message {
	switch (reason) {
		case "private":
			return message("Private data (addresses, sessions, payments): not opened");
		case "notStories":
			return message("Holds no stories");
		case "foreign":
			return message("Not part of a Medium export");
		case "empty":
			return message("The file is empty");
		case "olderCopy":
			return message("Another file of the same story was taken: {{file}}", { file: detail });
		case "sameName":
			return message(
				"The archive holds several files of this name; the newest was taken, or the last of those of one date",
			);
		case "samePage":
			return message("Another page of the same kind was read: {{file}}", { file: detail });
		case "olderExport":
			return message("The library has a text from a later export ({{date}})", { date: { day: detail } });
		case "inTrash":
			return message("The story is in the trash and stays there");
		case "unsafeName":
			return message("Its name leads out of the archive");
		case "symbolicLink":
			return message("A link to another place is not followed");
		case "encrypted":
			return message("The file is encrypted");
		case "tooLarge":
			return message("The file would unpack to {{megabytes}} MB, too large for a story", {
				megabytes: Math.ceil(Number(detail) / 1024 ** 2),
			});
		case "suspiciousRatio":
			return message("The file unpacks to {{ratio}} times its size, which no story does", { ratio: detail });
		case "unsupportedCompression":
			return message("Packed with a method that cannot be read ({{method}})", { method: detail });
		case "damaged":
			return message("The file is damaged: {{what}}", { what: detail });
		case "cutShort":
			return detail === ""
				? message("The file is damaged: it is cut short before its text")
				: message("The file is cut short: its end is missing, and the library’s text of {{title}} was kept", {
						title: detail,
					});
		case "unreadableAmount":
			return message("An entry without a readable amount: {{entry}}", { entry: detail });
	}
}

/** What helps where what was chosen is not, or not all of, what Medium sent. */
export const CHOOSE_WHOLE_ARCHIVE = message(
	"Choose the whole archive that Medium sent: the zip file, or the folder it unpacks to.",
);
/** What helps where figures were chosen where an archive is asked for. */
export const IMPORT_AS_STATS = message(
	"This looks like saved stats: use “Import stats”; on the command line, “stats import”.",
);
/** What helps where an archive was chosen where figures are asked for. */
export const IMPORT_AS_ARCHIVE = message(
	"For the archive of your stories use “Import from Medium”; on the command line, “import”. A spreadsheet can be read once it is saved as CSV.",
);
/** What helps where the file was harmed on its way. */
export const DOWNLOAD_AGAIN = message("Download the archive from Medium again and choose the new file.");

/** What to do where an import failed because its files were left out for this reason. */
export function skipAdvice(reason: ImportReason): Message {
	switch (reason) {
		case "encrypted":
			return message("Unpack it with its password and choose the folder.");
		case "unsupportedCompression":
			return message("Unpack it with the program that packed it and choose the folder.");
		case "empty":
		case "olderCopy":
		case "sameName":
		case "unsafeName":
		case "tooLarge":
		case "suspiciousRatio":
		case "damaged":
		case "cutShort":
		case "unreadableAmount":
			return DOWNLOAD_AGAIN;
		default:
			return CHOOSE_WHOLE_ARCHIVE;
	}
}

/** What the writer should know about a file that came in. */
export function noteWords({ code, detail, count }: MediumNote): Message {
	switch (code) {
		case "unknownBlock":
			return message("Unknown markup ({{name}}) became a paragraph, {{times}} ×", { name: detail, times: count });
		case "droppedLink":
			return message("A link that may not be opened was left out, its text kept: {{address}}", { address: detail });
		case "emptyLink":
			return message("A link around no text was left out: {{address}}", { address: detail });
		case "lostEmbed":
			return message("Embeds that Medium’s export lost: {{times}}", { times: count });
		case "droppedScript":
			return detail === ""
				? message("A script without an address was left out")
				: message("A script was left out: {{address}}", { address: detail });
		case "refusedEmbed":
			return message("An embed’s address was refused: {{address}}", { address: detail });
		case "alignment":
			return message("Alignment was left out");
		case "brokenPicture":
			return detail === ""
				? message("A picture has no address")
				: message("A picture’s address was refused: {{address}}", { address: detail });
		case "sectionBackground":
			return message("A picture behind a section became a picture in the text");
		case "secondTitle":
			return message("A second title became a heading: {{title}}", { title: detail });
		case "openTag":
			return message("An open {{tag}} in the file would have hidden what follows it: see whether text is missing", {
				tag: detail,
			});
		case "cutShort":
			return message("The file is cut short: its end is missing");
		case "noText":
			return message("There is no text in the file");
		case "nameMismatch":
			return message("The file’s name belongs to another story ({{id}})", { id: detail });
	}
}

/** Why a post without a title was taken for what it is; `null` where there is nothing to explain. */
function kindWords(reason: KindReason): Message | null {
	switch (reason) {
		case "hasTitle":
		case "draft":
			return null;
		case "paid":
			return message("No title, but it earned money: a story");
		case "ownPreviewTitle":
			return message("No title, but a preview title of its own: a story");
		case "builtLikeAStory":
			return message("No title, but headings, pictures or sections: a story");
		case "long":
			return message("No title, but longer than a response: a story");
		case "noTitle":
			return message("No title, and begins like a reply: a response");
	}
}

function outcomeWords(outcome: ImportOutcome): Message {
	switch (outcome) {
		case "added":
			return message("New");
		case "updated":
			return message("Updated");
		case "unchanged":
			return message("Unchanged");
		case "beside":
			return message("Beside your text");
	}
}

/** Stories the export holds that were left as the library has them: with them the outcomes add up to what it holds. */
export function storiesLeft({ counts }: ImportReport): number {
	const { stories, drafts, responses, added, updated, unchanged, beside } = counts;
	return stories + drafts + responses - added - updated - unchanged - beside;
}

/** What an import did not do, and why, as sentences; empty where every story came in or was there already. */
export function leftWords(report: ImportReport): Message[] {
	const left = storiesLeft(report);
	const because = (reason: ImportReason) => report.skipped.filter((file) => file.reason === reason).length;
	const older = because("olderExport");
	const trashed = because("inTrash");
	const cut = left - older - trashed;
	const said: Message[] = [];
	if (older > 0)
		said.push(
			message("The library has later texts of {{count}} stories than this export: they were left as they are.", {
				count: older,
				defaultValue_one: "The library has a later text of {{count}} story than this export: it was left as it is.",
			}),
		);
	if (trashed > 0)
		said.push(
			message("{{count}} stories are in the trash and were left there.", {
				count: trashed,
				defaultValue_one: "{{count}} story is in the trash and was left there.",
			}),
		);
	if (cut > 0)
		said.push(
			message("The files of {{count}} stories are cut short: the library’s texts were left as they are.", {
				count: cut,
				defaultValue_one: "The file of {{count}} story is cut short: the library’s text was left as it is.",
			}),
		);
	return said;
}

/** That an import changed nothing, which is not to say that the library held all of it. `null` where it did something. */
export function unchangedWords(report: ImportReport): Message | null {
	if (report.importId !== null) return null;
	if (storiesLeft(report) > 0) return message("Nothing was changed.");
	const unread = report.skipped.some(({ reason }) => !EXPECTED.has(reason) && !COPIES.has(reason));
	return unread
		? message("Your library held everything that could be read of this. Nothing was changed.")
		: message("Your library held all of this already. Nothing was changed.");
}

/** What became of one file of an archive. */
export interface ReportRow {
	file: string;
	/** `null` for a file that was left out. */
	imported: ImportedFile | null;
	outcome: Message;
	/** What the writer should know; empty when all is well. */
	remarks: Message[];
	/** Left out although it could have been a story, or brought in with a loss. */
	problem: boolean;
	/** Left out in every import: nothing of the writer's is in it. */
	expected: boolean;
}

const EXPECTED: ReadonlySet<ImportReason> = new Set(["private", "notStories"]);
/** Left out because the archive holds the same again. */
const COPIES: ReadonlySet<ImportReason> = new Set(["olderCopy", "sameName", "samePage"]);

/** An import file by file: the stories, the pages that were read beside them, what was left out. */
export function reportRows(report: ImportReport): ReportRow[] {
	const imported = report.files.map((file): ReportRow => {
		const kind = kindWords(file.kindReason);
		return {
			file: file.file,
			imported: file,
			outcome: outcomeWords(file.outcome),
			remarks: [...(kind === null ? [] : [kind]), ...file.notes.map(noteWords)],
			problem: file.notes.length > 0 || file.outcome === "beside",
			expected: false,
		};
	});
	const pages = report.pages.map((page): ReportRow => {
		const missing = notInLibraryWords(page);
		return {
			file: page.file,
			imported: null,
			outcome: message("Read"),
			remarks: [pageWords(page), ...(missing === null ? [] : [missing])],
			problem: missing !== null,
			expected: false,
		};
	});
	const skipped = report.skipped.map(
		(file): ReportRow => ({
			file: file.file,
			imported: null,
			// Its name stands in the list already, as that of the file that was taken.
			outcome: file.reason === "sameName" ? message("Other copy left out") : message("Left out"),
			remarks: [skipWords(file)],
			problem: !EXPECTED.has(file.reason),
			expected: EXPECTED.has(file.reason),
		}),
	);
	return [...imported, ...pages, ...skipped];
}
