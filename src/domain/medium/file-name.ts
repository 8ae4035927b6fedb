/** Names of files inside an export. */

const POST_NAME = /^(draft|\d{4}-\d\d-\d\d)_(.*)-([0-9a-f]{9,12})\.html?$/i;

export interface PostFileName {
	draft: boolean;
	/** `YYYY-MM-DD`, UTC; `null` for a draft. */
	date: string | null;
	/** Every other character than a letter or digit of the title is a dash here. Empty for a draft without a title. */
	slug: string;
	mediumId: string;
}

/** Reads `2022-06-11_Title-of-it-0123456789ab.html`; `null` for any other name. */
export function parsePostFileName(name: string): PostFileName | null {
	const match = POST_NAME.exec(name);
	if (!match) return null;
	const [, prefix = "", slug = "", id = ""] = match;
	const draft = prefix.toLowerCase() === "draft";
	// Medium calls a draft without a title "post": that is no name.
	const nameless = draft && slug.toLowerCase() === "post";
	return { draft, date: draft ? null : prefix, slug: nameless ? "" : slug, mediumId: id.toLowerCase() };
}

/** What a path inside an export is for. */
export type ExportFileKind =
	| "post"
	| "earnings"
	| "profile"
	| "publications"
	| "feed"
	/** Addresses, sessions, accounts: never opened. */
	| "private"
	/** A known page of the export that holds no work of the writer. */
	| "other"
	/** Left by an operating system; not worth a word. */
	| "noise"
	| "foreign";

const OTHER_FOLDERS = new Set([
	"blocks",
	"bookmarks",
	"claps",
	"highlights",
	"interests",
	"lists",
	"notes",
	"pubs-following",
	"reposts",
	"topics-following",
	"twitter",
	"users-following",
]);
const NOISE = /^(?:\.ds_store|thumbs\.db|desktop\.ini|\._.*)$/i;

/** Classifies by the last two parts of the path, so that any top folder does. */
export function classifyExportPath(path: string): ExportFileKind {
	const parts = path.split("/").filter((part) => part !== "");
	const name = (parts.at(-1) ?? "").toLowerCase();
	const folder = (parts.at(-2) ?? "").toLowerCase();
	if (NOISE.test(name) || parts.includes("__MACOSX")) return "noise";
	if (/^ips(?:-\d+)?\.html?$/.test(name) || folder === "ips" || folder === "sessions") return "private";
	if (name === "medium.rss") return "feed";
	if (!/\.html?$/.test(name)) return "foreign";
	if (folder === "partner-program") return "earnings";
	if (folder === "profile") {
		if (name.startsWith("profile.")) return "profile";
		if (name.startsWith("about.")) return "other";
		return name.startsWith("publications.") ? "publications" : "private";
	}
	if (OTHER_FOLDERS.has(folder)) return "other";
	if (parsePostFileName(name) !== null || /^posts(?:[ _(-]+\d+\)?)?$/.test(folder)) return "post";
	return name === "readme.html" ? "other" : "foreign";
}
