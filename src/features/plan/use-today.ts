import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/rpc.ts";
import { type PlainDate, plainDateAt } from "#domain/planning/plain-date.ts";

/** Midnight is noticed within this many milliseconds. */
const RECHECK_MS = 60_000;

/** The day it is by the studio's clock. */
export function useToday(): PlainDate {
	const trpc = useTRPC();
	const { data } = useQuery({ ...trpc.plan.today.queryOptions(), refetchInterval: RECHECK_MS });
	return data ?? plainDateAt(new Date());
}
