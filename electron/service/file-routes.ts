/** The requests that are not calls: files of the window, pictures of the library, exported stories, backups, uploads. */
import { join } from "node:path";
import {
	type AbsentSummary,
	EXPORT_ABSENT_HEADER,
	EXPORT_MISSING_HEADER,
	EXPORT_NAME_HEADER,
	exportFormatSchema,
} from "#contract/export.ts";
import { ASSET_ID } from "#contract/media.ts";
import { BACKUP_PATH, EXPORT_PATH, MEDIA_PATH, STUDIO_HEADER, UPLOAD_PATH } from "#contract/rpc.ts";
import type { SettingsState } from "#contract/settings.ts";
import type { StartState } from "#contract/start.ts";
import { storyIdSchema } from "#contract/story.ts";
import type { AbsentThing } from "#domain/story/export/absent.ts";
import { BACKUP_FOLDER, backupPath } from "./backup/files.ts";
import { toStudioError } from "./errors.ts";
import { storyFile } from "./export/story-file.ts";
import type { LibraryHandle } from "./library.ts";
import { mediaDirectory } from "./media/store.ts";
import { plainAnswer, serveFile } from "./static-files.ts";
import type { Uploads } from "./uploads.ts";
import { fillPage, readPage } from "./window-page.ts";

/** Policy of every page and file. Nothing is loaded from anywhere but the studio itself. */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-src 'none'",
	"frame-ancestors 'none'",
].join("; ");

/** Pictures never change under their name; opened on their own, they may do nothing at all. */
const MEDIA_HEADERS = {
	"content-security-policy": "default-src 'none'; sandbox",
	"cache-control": "private, max-age=31536000, immutable",
};

/** A part of an address as text, or `null` when its escapes are broken. */
function decoded(part: string): string | null {
	try {
		return decodeURIComponent(part);
	} catch {
		return null;
	}
}

/** The window's page, which brings along what it needs for the first drawing. @param start `null` while the library is being opened */
export async function servePage(
	windowDirectory: string | undefined,
	settings: SettingsState,
	start: StartState | null,
): Promise<Response> {
	const html = windowDirectory === undefined ? null : await readPage(windowDirectory);
	if (html === null) return plainAnswer(404, "Not found");
	return new Response(fillPage(html, settings.settings.theme, start), {
		headers: {
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": CONTENT_SECURITY_POLICY,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}

/** A file of the built window. */
export async function serveWindow(windowDirectory: string | undefined, pathname: string): Promise<Response> {
	const path = decoded(pathname.slice(1));
	if (!windowDirectory || path === null) return plainAnswer(404, "Not found");
	const cache = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
	const headers = { "content-security-policy": CONTENT_SECURITY_POLICY, "cache-control": cache };
	return (await serveFile(windowDirectory, path, headers)) ?? plainAnswer(404, "Not found");
}

/** `GET /start.json`: nothing that is not on the first screen anyway. */
export function serveStart(start: StartState): Response {
	return Response.json(start, { headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}

/** `GET /media/<assetId>` */
export async function serveMedia(libraryDirectory: string, pathname: string): Promise<Response> {
	const assetId = pathname.slice(`/${MEDIA_PATH}/`.length);
	const file = ASSET_ID.test(assetId)
		? await serveFile(mediaDirectory(libraryDirectory), assetId, MEDIA_HEADERS)
		: null;
	return file ?? plainAnswer(404, "Not found");
}

/** `GET /backup/<name>`: one of the library's own backups as it is on the disk. */
export async function serveBackup(libraryDirectory: string, pathname: string): Promise<Response> {
	const name = pathname.slice(`/${BACKUP_PATH}/`.length);
	const file =
		backupPath(libraryDirectory, name) === null
			? null
			: await serveFile(join(libraryDirectory, BACKUP_FOLDER), name, {
					"content-disposition": `attachment; filename=${name}`,
					"content-security-policy": MEDIA_HEADERS["content-security-policy"],
					"cache-control": "no-store",
				});
	return file ?? plainAnswer(404, "Not found");
}

/** An error as JSON, for requests that are not calls. */
function failureAnswer(thrown: unknown): Response {
	const { failure } = toStudioError(thrown);
	return Response.json(failure, { status: failure.code === "INVALID_INPUT" ? 400 : 500 });
}

/** More would make a header that is too long. */
const NAMED_IN_HEADER = 5;

const absentSummary = (things: readonly AbsentThing[]): AbsentSummary => ({
	count: things.length,
	first: things.slice(0, NAMED_IN_HEADER),
});

/** `GET /export/<storyId>/<format>`: the story as one file, a zip where it has pictures. Answers with an error's code as JSON. */
export async function serveExport(handle: LibraryHandle, pathname: string, now: Date): Promise<Response> {
	const [storyId, formatName] = pathname.slice(`/${EXPORT_PATH}/`.length).split("/");
	const id = storyIdSchema.safeParse(storyId);
	const format = exportFormatSchema.safeParse(formatName);
	const library = handle.library();
	if (!id.success || !format.success || !library) return plainAnswer(404, "Not found");
	try {
		const file = await storyFile(library, id.data, format.data, now);
		const name = encodeURIComponent(file.name);
		return new Response(new Uint8Array(file.bytes), {
			headers: {
				"content-type": file.mimeType,
				"content-disposition": `attachment; filename*=UTF-8''${name.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
				"content-security-policy": MEDIA_HEADERS["content-security-policy"],
				"cache-control": "no-store",
				"x-content-type-options": "nosniff",
				[EXPORT_NAME_HEADER]: name,
				[EXPORT_MISSING_HEADER]: String(file.missingMedia),
				[EXPORT_ABSENT_HEADER]: encodeURIComponent(JSON.stringify(absentSummary(file.withoutAddress))),
			},
		});
	} catch (thrown) {
		handle.noticeFailure(thrown);
		return failureAnswer(thrown);
	}
}

/** `POST /upload/<token>/<name>`, the name escaped with its slashes, the body being the file. Answers with an error's code as JSON. */
export async function receiveUpload(request: Request, pathname: string, uploads: Uploads): Promise<Response> {
	if (request.method !== "POST") return plainAnswer(405, "POST only");
	if (request.headers.get(STUDIO_HEADER) === null) return plainAnswer(403, "Missing header");
	const [token = "", name = ""] = pathname.slice(`/${UPLOAD_PATH}/`.length).split("/");
	try {
		const bytes = await uploads.receive(token, decoded(name) ?? "", request.body);
		return Response.json({ bytes });
	} catch (thrown) {
		return failureAnswer(thrown);
	}
}
