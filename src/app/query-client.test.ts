import { QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { StudioQueryClient } from "./query-client.ts";

test("a first answer that is still on its way is not taken for the one after a change", async () => {
	let state = "before";
	const { promise: slow, resolve: answer } = Promise.withResolvers<void>();
	const asked: string[] = [];
	const client = new StudioQueryClient();
	const observer = new QueryObserver(client, {
		queryKey: ["earn"],
		queryFn: async () => {
			const seen = state;
			asked.push(seen);
			if (seen === "before") await slow;
			return seen;
		},
	});
	const stop = observer.subscribe(() => {});
	await vi.waitFor(() => expect(asked).toEqual(["before"]));
	state = "after";
	const renewed = client.invalidateQueries({ queryKey: ["earn"] });
	answer();
	await renewed;
	await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("after"));
	expect(asked).toEqual(["before", "after"]);
	stop();
	client.clear();
});

test("other queries, and those that have an answer, go on as they were", async () => {
	const client = new StudioQueryClient();
	client.setQueryData(["plan"], 1);
	await client.invalidateQueries({ queryKey: ["earn"] });
	expect(client.getQueryData(["plan"])).toBe(1);
	expect(client.getQueryState(["plan"])?.isInvalidated).toBe(false);
	await client.invalidateQueries({ queryKey: ["plan"] });
	expect(client.getQueryState(["plan"])?.isInvalidated).toBe(true);
	client.clear();
});
