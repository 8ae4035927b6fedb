import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/rpc.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";

export interface ProjectionState {
	/** The quick answer until the full one is there; `undefined` before either. */
	answer: ProjectionAnswer | undefined;
	/** The answer is of before, and the one of now takes its time. */
	renewing: boolean;
	/** Of the full answer. */
	error: unknown;
	retry: () => void;
}

/** An answer that comes within this time needs no words. */
const SOON_MS = 400;

/** Whether it has been so for longer than a moment. */
function useLasting(is: boolean): boolean {
	const [lasts, setLasts] = useState(false);
	useEffect(() => {
		const timer = is ? setTimeout(setLasts, SOON_MS, true) : undefined;
		return () => {
			clearTimeout(timer);
			setLasts(false);
		};
	}, [is]);
	return is && lasts;
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
	const renewing = useLasting(refined.data !== undefined && refined.isFetching);
	return {
		answer: refined.data ?? quick.data,
		renewing,
		error: refined.data ? null : refined.error,
		retry: () => void refined.refetch(),
	};
}
