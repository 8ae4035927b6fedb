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

/** Fills settings and the library's state. Without an answer both are asked for as usual, whose failures the screen shows. */
export async function loadStart(): Promise<void> {
	const status = trpcOptions.library.status;
	const start = await ahead();
	if (start) {
		queryClient.setQueryData(status.queryKey(), start.status);
		await takeSettings(start.settings);
		return;
	}
	const settings = rpc.settings.get.query().catch(() => null);
	await Promise.all([settings.then(takeSettings), queryClient.prefetchQuery(status.queryOptions())]);
}
