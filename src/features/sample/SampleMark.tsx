import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { Badge } from "#ui/badge/Badge.tsx";

/** Tells what is invented from the writer's own, where both are in the library. */
export function SampleMark({ of }: { of: { sample: boolean } }) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data } = useQuery({ ...trpc.sample.status.queryOptions(), enabled: of.sample });
	return of.sample && data?.besideOwn ? <Badge>{t("Sample")}</Badge> : null;
}
