import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { StudioFailure } from "#contract/errors.ts";
import { wire } from "#contract/wire.ts";
import { english, message } from "#domain/words/message.ts";
import type { Clock } from "../clock.ts";
import { StudioError, toStudioError } from "../errors.ts";
import type { JobRegistry } from "../jobs.ts";
import type { LibraryHandle } from "../library.ts";
import type { RemoteTransport } from "../media/remote.ts";
import type { NetworkLog } from "../network-log.ts";
import type { RevenueDesk } from "../revenue/desk.ts";
import type { SettingsStore } from "../settings.ts";
import type { Uploads } from "../uploads.ts";

export interface StudioContext {
	clock: Clock;
	jobs: JobRegistry;
	handle: LibraryHandle;
	settings: SettingsStore;
	revenue: RevenueDesk;
	libraryDirectory: string;
	/** `uploads.resolve(source)` gives the path of a file the writer chose. */
	uploads: Uploads;
	/** Every connection to the network is told here. */
	network: NetworkLog;
	remote: RemoteTransport;
	debug: (line: string) => void;
}

/** Calls that hold the event loop longer are logged. */
const SLOW_CALL_MS = 40;

const t = initTRPC.context<StudioContext>().create({
	transformer: wire,
	errorFormatter({ shape, error }) {
		const studio = describeError(error);
		return { ...shape, message: english(studio.message), data: { ...shape.data, stack: undefined, studio } };
	},
});

function describeError(error: TRPCError): StudioFailure {
	const cause = error.cause;
	if (cause instanceof ZodError) {
		const issue = cause.issues[0];
		return {
			code: "INVALID_INPUT",
			message: message("The studio cannot take what it was given"),
			details: { place: issue?.path.map(String).join(".") ?? "", reason: issue?.message },
		};
	}
	if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR")
		return {
			code: "INVALID_INPUT",
			message: message("The studio cannot take what it was given"),
			details: { reason: error.message },
		};
	if (error.code === "NOT_FOUND" && !(cause instanceof StudioError))
		return {
			code: "NOT_FOUND",
			message: message("The studio knows no such call"),
			details: { reason: error.message },
		};
	return toStudioError(cause ?? error).failure;
}

const timed = t.middleware(async ({ ctx, path, next }) => {
	const start = performance.now();
	const result = await next();
	const elapsed = performance.now() - start;
	if (elapsed > SLOW_CALL_MS) ctx.debug(`slow call: ${path} took ${elapsed.toFixed(0)} ms`);
	if (!result.ok) ctx.handle.noticeFailure(result.error.cause);
	if (!result.ok && result.error.cause instanceof StudioError)
		return { ...result, error: new TRPCError({ code: "UNPROCESSABLE_CONTENT", cause: result.error.cause }) };
	return result;
});

const withLibrary = t.middleware(({ ctx, next }) => {
	const library = ctx.handle.library();
	if (!library)
		throw new TRPCError({
			code: "PRECONDITION_FAILED",
			cause: new StudioError("LIBRARY_UNAVAILABLE", "The library is not open", { reason: ctx.handle.status().state }),
		});
	return next({ ctx: { ...ctx, library } });
});

export const createRouter = t.router;
/** Works in every state of the library. */
export const anyStateProcedure = t.procedure.use(timed);
/** Works on an open library; `ctx.library` is there. */
export const libraryProcedure = anyStateProcedure.use(withLibrary);
