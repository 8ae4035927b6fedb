/** The first answers of the service: in the page, or in the one request that it sends ahead. */
import { START_ELEMENT, START_PATH, type StartState } from "#contract/start.ts";
import { queryClient, rpc, trpcOptions } from "./rpc.ts";
import { takeSettings } from "./settings/settings.ts";

async function ahead(): Promise<StartState | null> {
	try {
		const brought = document.getElementById(START_ELEMENT);
		if (brought) return JSON.parse(brought.textContent) as StartState;
		const answer = await fetch(START_PATH);
		return answer.ok ? await answer.json() : null;
	} catch {
		return null;
	}
}

/** What the service told, `null` without an answer. Where the address asks for no page, it is where the writer was. */
export async function askStart(): Promise<StartState | null> {
	const start = await ahead();
	if (start?.place && window.location.hash === "") window.history.replaceState(null, "", start.place);
	return start;
}

/** Fills settings and the library's state. Without an answer both are asked for as usual, whose failures the screen shows. */
export async function takeStart(start: StartState | null): Promise<void> {
	const status = trpcOptions.library.status;
	if (start) {
		queryClient.setQueryData(status.queryKey(), start.status);
		await takeSettings(start.settings);
		return;
	}
	const settings = rpc.settings.get.query().catch(() => null);
	await Promise.all([settings.then(takeSettings), queryClient.prefetchQuery(status.queryOptions())]);
}
