import { setTimeout as wait } from "node:timers/promises";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { BACKUP_PATH, EXPORT_PATH, MEDIA_PATH, RPC_PATH, STUDIO_HEADER, UPLOAD_PATH } from "#contract/rpc.ts";
import { START_PATH, type StartState } from "#contract/start.ts";
import { type Clock, systemClock } from "./clock.ts";
import {
	receiveUpload,
	serveBackup,
	serveExport,
	serveMedia,
	servePage,
	serveStart,
	serveWindow,
} from "./file-routes.ts";
import { Housekeeping } from "./housekeeping.ts";
import { JobRegistry } from "./jobs.ts";
import { type LibraryHandle, openLibrary } from "./library.ts";
import { httpsTransport, type RemoteTransport } from "./media/remote.ts";
import { NetworkLog } from "./network-log.ts";
import { openingPlace } from "./opening-place.ts";
import { RevenueDesk } from "./revenue/desk.ts";
import { router } from "./routers/index.ts";
import { SettingsStore } from "./settings.ts";
import { plainAnswer } from "./static-files.ts";
import { Uploads } from "./uploads.ts";

/** Closing waits no longer for calls that are being answered. */
const LONGEST_WAIT_FOR_CALLS_MS = 5_000;

export interface StudioOptions {
	/** Folder of the library; made when it does not exist. */
	libraryDirectory: string;
	clock?: Clock;
	/** Folder of the built window; without it only `/rpc` and files of the library are served. */
	windowDirectory?: string;
	/** The way to the network for pictures the writer asks for; tests give their own. */
	remote?: RemoteTransport;
	/** Told about unforeseen errors. */
	log?: (line: string) => void;
	/** Told about calls over 40 ms. */
	debug?: (line: string) => void;
}

export interface Studio {
	/** Answers every request of every host. Never throws. */
	fetch(request: Request): Promise<Response>;
	/** Cancels jobs, closes the library. */
	close(): Promise<void>;
}

/** The whole product behind one web-standard function. */
export function createStudio(options: StudioOptions): Studio {
	const { libraryDirectory } = options;
	const clock = options.clock ?? systemClock;
	const { log = () => {}, debug = () => {} } = options;
	const jobs = new JobRegistry();
	const network = new NetworkLog(clock);
	const remote = options.remote ?? httpsTransport;
	const settings = new SettingsStore(libraryDirectory);
	const uploads = new Uploads(libraryDirectory);
	const revenue = new RevenueDesk();
	/** Until the library is open calls wait; the window's own files do not. */
	const opening = openLibrary(libraryDirectory, clock);
	const opened = opening.then(async (handle) => {
		const housekeeping = new Housekeeping(() => handle.library(), clock, log);
		if (handle.library()) await uploads.clean();
		return { handle, housekeeping };
	});

	async function rpc(request: Request): Promise<Response> {
		if (request.method !== "POST") return plainAnswer(405, "POST only");
		if (request.headers.get(STUDIO_HEADER) === null) return plainAnswer(403, "Missing header");
		const handle = await opening;
		return fetchRequestHandler({
			endpoint: `/${RPC_PATH}`,
			req: request,
			router,
			allowMethodOverride: true,
			createContext: () => ({
				clock,
				jobs,
				handle,
				debug,
				uploads,
				network,
				remote,
				revenue,
				settings,
				libraryDirectory,
			}),
			onError: ({ error, path }) => {
				if (error.code === "INTERNAL_SERVER_ERROR") log(`${path ?? "?"}: ${error.stack ?? error.message}`);
			},
		});
	}

	/** Calls being answered; closing waits for them, so that no save is cut off half way. */
	const underWay = new Set<Promise<Response>>();

	function startState(handle: LibraryHandle): StartState {
		const state = settings.get();
		return { settings: state, status: handle.status(), place: openingPlace(state.settings, handle) };
	}

	/** `null` while the library is being opened, or when it could not be. */
	async function startNow(): Promise<StartState | null> {
		const handle = await Promise.race([opening, Promise.resolve(null)]).catch(() => null);
		return handle && startState(handle);
	}

	async function answer(request: Request): Promise<Response> {
		try {
			const { pathname } = new URL(request.url);
			if (pathname.startsWith(`/${RPC_PATH}/`)) return await rpc(request);
			if (pathname.startsWith(`/${UPLOAD_PATH}/`)) {
				await opened;
				return await receiveUpload(request, pathname, uploads);
			}
			if (request.method !== "GET" && request.method !== "HEAD") return plainAnswer(405, "GET only");
			if (pathname.startsWith(`/${MEDIA_PATH}/`)) return await serveMedia(libraryDirectory, pathname);
			if (pathname.startsWith(`/${BACKUP_PATH}/`)) return await serveBackup(libraryDirectory, pathname);
			if (pathname.startsWith(`/${EXPORT_PATH}/`)) return await serveExport(await opening, pathname, clock.now());
			if (pathname === `/${START_PATH}`) return serveStart(startState(await opening));
			if (pathname === "/") return await servePage(options.windowDirectory, settings.get(), await startNow());
			return await serveWindow(options.windowDirectory, pathname);
		} catch (error) {
			log(error instanceof Error ? (error.stack ?? error.message) : String(error));
			return plainAnswer(500, "INTERNAL");
		}
	}

	return {
		async fetch(request) {
			const answered = answer(request);
			underWay.add(answered);
			try {
				return await answered;
			} finally {
				underWay.delete(answered);
			}
		},
		async close() {
			await Promise.all([jobs.close(), revenue.close()]);
			await Promise.race([Promise.all(underWay), wait(LONGEST_WAIT_FOR_CALLS_MS, undefined, { ref: false })]);
			const { handle, housekeeping } = await opened;
			if (handle.library()) await uploads.clean();
			await housekeeping.close();
			handle.close();
		},
	};
}
