import { useQuery } from "@tanstack/react-query";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { formatNumber } from "#ui/format/format.ts";
import { Select } from "#ui/select/Select.tsx";
import styles from "./Shelves.module.css";
import type { Shelf, Sort } from "./use-stories.ts";

interface Props {
	shelf: Shelf;
	onShelf: (shelf: Shelf) => void;
	sort: Sort;
	onSort: (sort: Sort) => void;
}

const SHELVES = ["all", "drafts", "published", "responses", "trash"] as const satisfies readonly Shelf[];

/** Which stories are listed, with how many there are, and in which order. */
export function Shelves({ shelf, onShelf, sort, onSort }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: counts } = useQuery(trpc.stories.shelves.queryOptions());
	const names: Record<Shelf, string> = {
		all: t("All"),
		drafts: t("Drafts"),
		published: t("Published"),
		responses: t("Responses"),
		trash: t("Trash"),
	};
	return (
		<>
			<ToggleButtonGroup
				aria-label={t("Shelves")}
				className={styles.shelves}
				selectionMode="single"
				disallowEmptySelection
				selectedKeys={[shelf]}
				onSelectionChange={(keys) => {
					const chosen = SHELVES.find((name) => keys.has(name));
					if (chosen) onShelf(chosen);
				}}
			>
				{SHELVES.map((name) => (
					<ToggleButton key={name} id={name} className={styles.shelf}>
						{names[name]}
						{counts && <span className={styles.count}>{formatNumber(counts[name])}</span>}
					</ToggleButton>
				))}
			</ToggleButtonGroup>
			<div className={styles.order}>
				<Select<Sort>
					label={t("Sort by")}
					hideLabel
					bare
					value={sort}
					onChange={onSort}
					options={[
						{ value: "updated", label: t("Last edited") },
						{ value: "created", label: t("Newest") },
						{ value: "published", label: t("Last published") },
						{ value: "title", label: t("Title") },
						{ value: "words", label: t("Longest") },
					]}
				/>
			</div>
		</>
	);
}
