import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/rpc.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";

export interface ProjectionState {
	/** The quick answer until the full one is there; `undefined` before either. */
	answer: ProjectionAnswer | undefined;
	/** Of the full answer. */
	error: unknown;
	retry: () => void;
}

/** Asks for the coming months twice: few paths at once, then all of them with the back-test. */
export function useProjection(months: number): ProjectionState {
	const trpc = useTRPC();
	const cached = useQuery(trpc.earn.projection.queryOptions({ months }, { enabled: false })).data;
	// The plan and the settings may have changed in other rooms: an answer that still holds comes at once.
	const quick = useQuery(
		trpc.earn.projection.queryOptions(
			{ months, refined: false },
			{ enabled: cached === undefined, placeholderData: keepPreviousData },
		),
	);
	const refined = useQuery(trpc.earn.projection.queryOptions({ months }, { staleTime: 0 }));
	return {
		answer: refined.data ?? quick.data,
		error: refined.data ? null : refined.error,
		retry: () => void refined.refetch(),
	};
}
