import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { RPC_PATH, STUDIO_HEADER, UPLOAD_PATH } from "#contract/rpc.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toStudioError } from "./errors.ts";
import { JobRegistry } from "./jobs.ts";
import { openLibrary } from "./library.ts";
import { router } from "./routers/index.ts";
import { serveFile } from "./static-files.ts";
import { Uploads } from "./uploads.ts";

export interface StudioOptions {
	/** Folder of the library; made when it does not exist. */
	libraryDirectory: string;
	clock?: Clock;
	/** Folder of the built window; without it only `/rpc` and files of the library are served. */
	windowDirectory?: string;
	/** Told about calls over 40 ms and unforeseen errors. */
	log?: (line: string) => void;
}

export interface Studio {
	/** Answers every request of every host. Never throws. */
	fetch(request: Request): Promise<Response>;
	/** Cancels jobs, closes the library. */
	close(): Promise<void>;
}

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

const plain = (status: number, text: string) =>
	new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

/** The whole product behind one web-standard function. */
export function createStudio(options: StudioOptions): Studio {
	const clock = options.clock ?? systemClock;
	const log = options.log ?? (() => {});
	const jobs = new JobRegistry();
	const handle = openLibrary(options.libraryDirectory);
	const uploads = new Uploads(options.libraryDirectory);
	const cleaned = handle.status().state === "open" ? uploads.clean() : Promise.resolve();

	async function rpc(request: Request): Promise<Response> {
		if (request.method !== "POST") return plain(405, "POST only");
		if (request.headers.get(STUDIO_HEADER) === null) return plain(403, "Missing header");
		return fetchRequestHandler({
			endpoint: `/${RPC_PATH}`,
			req: request,
			router,
			allowMethodOverride: true,
			createContext: () => ({ clock, jobs, handle, log, uploads, libraryDirectory: options.libraryDirectory }),
			onError: ({ error, path }) => {
				if (error.code === "INTERNAL_SERVER_ERROR") log(`${path ?? "?"}: ${error.stack ?? error.message}`);
			},
		});
	}

	/** `POST /upload/<token>/<name>`, the body being the file. */
	async function upload(request: Request, pathname: string): Promise<Response> {
		if (request.method !== "POST") return plain(405, "POST only");
		if (request.headers.get(STUDIO_HEADER) === null) return plain(403, "Missing header");
		const [token = "", name = ""] = pathname.slice(`/${UPLOAD_PATH}/`.length).split("/");
		try {
			await cleaned;
			const bytes = await uploads.receive(token, decodeURIComponent(name), request.body);
			return Response.json({ bytes });
		} catch (thrown) {
			const { code, message, details } = toStudioError(thrown);
			return Response.json({ code, message, details }, { status: code === "INVALID_INPUT" ? 400 : 500 });
		}
	}

	async function windowFile(pathname: string): Promise<Response> {
		if (!options.windowDirectory) return plain(404, "Not found");
		const path = pathname === "/" ? "index.html" : decodeURIComponent(pathname.slice(1));
		const cache = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
		const headers = { "content-security-policy": CONTENT_SECURITY_POLICY, "cache-control": cache };
		return (await serveFile(options.windowDirectory, path, headers)) ?? plain(404, "Not found");
	}

	return {
		async fetch(request) {
			try {
				const { pathname } = new URL(request.url);
				if (pathname.startsWith(`/${RPC_PATH}/`)) return await rpc(request);
				if (pathname.startsWith(`/${UPLOAD_PATH}/`)) return await upload(request, pathname);
				if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "GET only");
				return await windowFile(pathname);
			} catch (error) {
				log(error instanceof Error ? (error.stack ?? error.message) : String(error));
				return plain(500, "INTERNAL");
			}
		},
		async close() {
			await jobs.close();
			await cleaned;
			if (handle.status().state === "open") await uploads.clean();
			handle.close();
		},
	};
}
