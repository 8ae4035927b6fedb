/** What an import says, from its codes. */
import type { MediumNote } from "#domain/medium/notes.ts";
import type { KindReason } from "#domain/medium/response.ts";
import { type Message, message } from "#domain/words/message.ts";
import type { ReadPage, SkippedFile } from "./imports.ts";

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
			return message("Tags and dates read, stories: {{number}}", { number: count });
	}
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
			return message("The archive holds this name twice. Taken: {{file}}", { file: detail });
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
		case "unreadableAmount":
			return message("An entry without a readable amount: {{entry}}", { entry: detail });
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
		case "nameMismatch":
			return message("The file’s name belongs to another story ({{id}})", { id: detail });
	}
}

/** Why a post without a title was taken for what it is; `null` where there is nothing to explain. */
export function kindWords(reason: KindReason): Message | null {
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
