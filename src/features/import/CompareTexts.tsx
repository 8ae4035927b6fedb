import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ComparedBlocks, compareDocuments } from "#domain/story/compare.ts";
import type { BlockDifference, DifferenceKind } from "#domain/story/differences.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { Switch } from "#ui/switch/Switch.tsx";
import styles from "./CompareTexts.module.css";

interface Props {
	mine: StoryDocument;
	theirs: StoryDocument;
	/** Headings of the two sides. */
	names: { mine: string; theirs: string };
}

/** Two texts side by side. What the other lacks is marked, and said to a screen reader. */
export function CompareTexts({ mine, theirs, names }: Props) {
	const { t } = useTranslation();
	const rows = useMemo(() => compareDocuments(mine, theirs), [mine, theirs]);
	const [onlyChanges, setOnlyChanges] = useState(rows.length > 12);
	const shown = rows.map((row, at) => ({ row, at })).filter(({ row }) => !onlyChanges || !row.same);
	return (
		<>
			<Switch isSelected={onlyChanges} onChange={setOnlyChanges}>
				{t("Only what differs")}
			</Switch>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard */}
			<section className={styles.box} tabIndex={0} aria-label={t("Both texts")}>
				<table className={styles.table}>
					<thead>
						<tr>
							<th scope="col">{names.mine}</th>
							<th scope="col">{names.theirs}</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ row, at }) => (
							<tr key={at} data-same={row.same || undefined}>
								<Side side={row.left} mark="mine" differences={row.differences} />
								<Side side={row.right} mark="theirs" differences={row.differences} />
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</>
	);
}

interface SideProps {
	side: ComparedBlocks["left"];
	mark: "mine" | "theirs";
	differences: readonly BlockDifference[];
}

function Side({ side, mark, differences }: SideProps) {
	const { t } = useTranslation();
	if (!side) return <td className={styles.absent}>{t("Not in this text")}</td>;
	const others = <Differences differences={differences} side={mark === "mine" ? "left" : "right"} />;
	if (side.text.length === 0)
		return (
			<td className={styles.absent}>
				{emptyWords(side.type, t)}
				{others}
			</td>
		);
	let at = 0;
	return (
		<td className={styles[side.type]} dir="auto">
			{side.text.map((part) => {
				const key = at;
				at += part.text.length;
				if (!part.changed) return <span key={key}>{part.text}</span>;
				return mark === "mine" ? <del key={key}>{part.text}</del> : <ins key={key}>{part.text}</ins>;
			})}
			{others}
		</td>
	);
}

/** What the same words differ in: what this side has of it, or that it is not the same. */
function Differences({ differences, side }: { differences: readonly BlockDifference[]; side: "left" | "right" }) {
	const { t } = useTranslation();
	if (differences.length === 0) return null;
	const names: Record<DifferenceKind, string> = {
		kind: t("Another kind of block"),
		marks: t("Other marks, such as bold or italics"),
		links: t("Links"),
		picture: t("Picture"),
		size: t("Pixels"),
		layout: t("Another place on the page"),
		address: t("Address"),
		language: t("Language of the code"),
		list: t("Other numbers or levels of the list"),
		details: t("Details that the page does not show"),
	};
	return (
		<ul className={styles.differences}>
			{differences.map(({ what, left, right }) => (
				<li key={what}>
					{left === "" && right === ""
						? names[what]
						: t("{{name}}: {{value}}", {
								name: names[what],
								value: (side === "left" ? left : right) || t("none"),
							})}
				</li>
			))}
		</ul>
	);
}

function emptyWords(type: NonNullable<ComparedBlocks["left"]>["type"], t: (sentence: string) => string): string {
	switch (type) {
		case "separator":
			return t("Separator");
		case "figure":
			return t("Picture");
		case "gallery":
			return t("Pictures");
		case "embed":
			return t("Embed");
		default:
			return t("Empty block");
	}
}
