import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ServiceFailure } from "#app/failure.ts";
import { navigate } from "#app/routes.ts";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { RemoveSampleInput } from "#contract/sample.ts";
import { formatNumber } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";

const POLL_MS = 120;

/** Starts the adding job and resolves when it is over. @throws {Error} with the reason */
async function addAndWait(): Promise<void> {
	const { jobId } = await rpc.sample.add.mutate();
	for (;;) {
		const { state, error } = await rpc.jobs.status.query({ id: jobId });
		if (state === "done") return;
		if (state !== "running") throw error ? new ServiceFailure(error) : new Error(state);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

/** The sample library: whether it is here, and the ways in and out. */
export function useSample() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const client = useQueryClient();
	const status = useQuery(trpc.sample.status.queryOptions());
	const failed = (error: unknown) =>
		showToast({
			message: t("The sample library was left as it was: {{reason}}", { reason: windowError(error).message }),
			tone: "danger",
			about: "sample",
		});
	const add = useMutation({
		mutationFn: addAndWait,
		onSuccess: async () => {
			await client.invalidateQueries();
			showToast({ message: t("The sample library is here. Everything in it is invented."), about: "sample" });
		},
		onError: failed,
	});
	const remove = useMutation({
		mutationFn: (input: RemoveSampleInput) => rpc.sample.remove.mutate(input),
		onSuccess: async ({ kept }) => {
			navigate({ room: "write", storyId: null });
			await client.invalidateQueries();
			showToast({
				message:
					kept > 0
						? t("The sample library is gone. Kept as yours: {{kept}}", { kept: formatNumber(kept) })
						: t("The sample library is gone."),
				about: "sample",
			});
		},
		onError: failed,
	});
	return {
		status: status.data,
		adding: add.isPending,
		removing: remove.isPending,
		add: () => add.mutate(),
		remove: (edited: RemoveSampleInput["edited"]) => remove.mutate({ edited }),
		/** Looks again: the writer may have changed something since. */
		refresh: async () => (await status.refetch()).data,
	};
}
