/** What an import says, in words. The window gives its own translator; the command line speaks English. */
import type { MediumNote } from "#domain/medium/notes.ts";
import type { KindReason } from "#domain/medium/response.ts";
import type { ReadPage, SkippedFile } from "./imports.ts";

/** The part of i18next's `t` that is needed here. */
export type Translate = (sentence: string, values?: Record<string, string | number>) => string;

/** The English sentence itself, its `{{values}}` filled in. */
export const english: Translate = (sentence, values = {}) =>
	sentence.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ""));

/** What a page beside the stories gave. */
export function pageWords({ kind, count }: ReadPage, t: Translate): string {
	switch (kind) {
		case "earnings":
			return t("Lifetime earnings read, stories: {{number}}", { number: count });
		case "profile":
			return t("Handle and name read; nothing else");
		case "publications":
			return t("Names of your publications read; nothing else");
		case "feed":
			return t("Tags and dates read, stories: {{number}}", { number: count });
	}
}

/** Why a file was left out. */
export function skipWords({ reason, detail }: Pick<SkippedFile, "reason" | "detail">, t: Translate): string {
	switch (reason) {
		case "private":
			return t("Private data (addresses, sessions, payments): not opened");
		case "notStories":
			return t("Holds no stories");
		case "foreign":
			return t("Not part of a Medium export");
		case "empty":
			return t("The file is empty");
		case "olderCopy":
			return t("Another file of the same story was taken: {{file}}", { file: detail });
		case "sameName":
			return t("The archive holds this name twice. Taken: {{file}}", { file: detail });
		case "olderExport":
			return t("The library has a text from a later export ({{date}})", { date: detail });
		case "inTrash":
			return t("The story is in the trash and stays there");
		case "unsafeName":
			return t("Its name leads out of the archive");
		case "symbolicLink":
			return t("A link to another place is not followed");
		case "encrypted":
			return t("The file is encrypted");
		case "tooLarge":
			return t("The file would unpack to {{megabytes}} MB, too large for a story", {
				megabytes: Math.ceil(Number(detail) / 1024 ** 2),
			});
		case "suspiciousRatio":
			return t("The file unpacks to {{ratio}} times its size, which no story does", { ratio: detail });
		case "unsupportedCompression":
			return t("Packed with a method that cannot be read ({{method}})", { method: detail });
		case "damaged":
			return t("The file is damaged: {{what}}", { what: detail });
		case "unreadableAmount":
			return t("An entry without a readable amount: {{entry}}", { entry: detail });
	}
}

/** What the writer should know about a file that came in. */
export function noteWords({ code, detail, count }: MediumNote, t: Translate): string {
	switch (code) {
		case "unknownBlock":
			return t("Unknown markup ({{name}}) became a paragraph, {{times}} ×", { name: detail, times: count });
		case "droppedLink":
			return t("A link that may not be opened was left out, its text kept: {{address}}", { address: detail });
		case "emptyLink":
			return t("A link around no text was left out: {{address}}", { address: detail });
		case "lostEmbed":
			return t("Embeds that Medium’s export lost: {{times}}", { times: count });
		case "droppedScript":
			return detail === ""
				? t("A script without an address was left out")
				: t("A script was left out: {{address}}", { address: detail });
		case "refusedEmbed":
			return t("An embed’s address was refused: {{address}}", { address: detail });
		case "alignment":
			return t("Alignment was left out");
		case "brokenPicture":
			return detail === ""
				? t("A picture has no address")
				: t("A picture’s address was refused: {{address}}", { address: detail });
		case "sectionBackground":
			return t("A picture behind a section became a picture in the text");
		case "secondTitle":
			return t("A second title became a heading: {{title}}", { title: detail });
		case "nameMismatch":
			return t("The file’s name belongs to another story ({{id}})", { id: detail });
	}
}

/** Why a post without a title was taken for what it is; `null` where there is nothing to explain. */
export function kindWords(reason: KindReason, t: Translate): string | null {
	switch (reason) {
		case "hasTitle":
		case "draft":
			return null;
		case "paid":
			return t("No title, but it earned money: a story");
		case "ownPreviewTitle":
			return t("No title, but a preview title of its own: a story");
		case "builtLikeAStory":
			return t("No title, but headings, pictures or sections: a story");
		case "long":
			return t("No title, but longer than a response: a story");
		case "noTitle":
			return t("No title, and begins like a reply: a response");
	}
}
