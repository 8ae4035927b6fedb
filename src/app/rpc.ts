/** The window's client. The router is imported as a type only: no service code enters the window. */
import { createTRPCClient, httpLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { createTRPCContext, createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import i18next from "i18next";
import { reportConnection } from "#app/connection/connection.ts";
import type { StudioErrorCode, StudioFailure } from "#contract/errors.ts";
import { RPC_PATH, STUDIO_HEADER } from "#contract/rpc.ts";
import { wire } from "#contract/wire.ts";
import type { StudioRouter } from "#service/routers/index.ts";
import { ServiceFailure } from "./failure.ts";
import { StudioQueryClient } from "./query-client.ts";
import { say } from "./words/say.ts";

/** The studio that listens at this address was started after this window was opened, and does not know it. */
class RefusedError extends Error {}

const ask: typeof fetch = async (input, init) => {
	const response = await fetch(input, init);
	if (response.status === 403 && response.headers.has(STUDIO_HEADER)) throw new RefusedError("Refused");
	return response;
};

function noticeFailure(error: unknown, code: WindowError["code"]): void {
	const isRefused = error instanceof TRPCClientError && error.cause instanceof RefusedError;
	reportConnection(code !== "UNREACHABLE" ? "answers" : isRefused ? "refused" : "silent");
	// The library failed under an open window: its state, and the way out, are asked for anew.
	if (code === "LIBRARY_UNAVAILABLE") void queryClient.invalidateQueries({ queryKey: [["library", "status"]] });
}

/** Tells the frame whether calls are answered. */
const watchConnection: TRPCLink<StudioRouter> =
	() =>
	({ next, op }) =>
		observable((observer) =>
			next(op).subscribe({
				next: (value) => {
					reportConnection("answers");
					observer.next(value);
				},
				error: (error) => {
					if (error.cause?.name !== "AbortError") noticeFailure(error, windowError(error).code);
					observer.error(error);
				},
				complete: () => observer.complete(),
			}),
		);

export const rpc = createTRPCClient<StudioRouter>({
	links: [
		watchConnection,
		httpLink({
			url: RPC_PATH,
			transformer: wire,
			methodOverride: "POST",
			fetch: ask,
			headers: { [STUDIO_HEADER]: "1" },
		}),
	],
});

/** Local service: answers are fresh until something here changes them. */
export const queryClient = new StudioQueryClient({
	defaultOptions: {
		queries: { staleTime: 30_000, retry: false, networkMode: "always" },
		mutations: { networkMode: "always" },
	},
});

/** Query options outside React. */
export const trpcOptions = createTRPCOptionsProxy<StudioRouter>({ client: rpc, queryClient });

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<StudioRouter>();

export interface WindowError {
	code: StudioErrorCode | "UNREACHABLE";
	message: string;
	details: {
		file?: string | undefined;
		place?: string | undefined;
		reason?: string | undefined;
		advice?: string | undefined;
	};
}

/** A failure of the service in the language of the window. */
export function saidFailure({ code, message, details }: StudioFailure): WindowError {
	const { reason, advice } = details;
	return {
		code,
		message: say(message),
		details: { ...details, reason: reason && say(reason), advice: advice && say(advice) },
	};
}

/** Any failure of a call, as one shape. `UNREACHABLE` means the service did not answer at all. */
export function windowError(error: unknown): WindowError {
	if (error instanceof TRPCClientError) {
		const data: unknown = error.data;
		if (typeof data === "object" && data !== null && "studio" in data) return saidFailure(data.studio as StudioFailure);
		return { code: "UNREACHABLE", message: i18next.t("The studio does not answer"), details: {} };
	}
	if (error instanceof ServiceFailure) return saidFailure(error.failure);
	const what = error instanceof Error ? error.message : String(error);
	return { code: "INTERNAL", message: i18next.t("Something unforeseen happened: {{what}}", { what }), details: {} };
}
