import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { unitOf } from "#domain/feedback/length-unit.ts";
import type { MapSection, PieceKind, StructureMap as StoryMap } from "#domain/feedback/structure-map.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDuration } from "#ui/format/format.ts";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { pieceKindWords } from "./piece-words.ts";
import styles from "./StructureMap.module.css";

interface Props {
	map: StoryMap;
	onReveal: (blockId: string) => void;
}

/** Sections are too many to read as one drawing beyond this; the list still has them all. */
const LEGEND: readonly PieceKind[] = ["text", "list", "quote", "picture", "code", "embed", "table"];

/** The story drawn to scale: a bar a section, as long as it takes to read, and the same as a list. */
export function StructureMap({ map, onReveal }: Props) {
	const { t } = useTranslation();
	const [view, setView] = useState<"drawing" | "list">("drawing");
	const kinds = LEGEND.filter((kind) => map.sections.some((one) => one.pieces.some((piece) => piece.kind === kind)));
	const longest = Math.max(1, ...map.sections.map((one) => one.seconds));
	return (
		<div className={styles.map}>
			<div className={styles.head}>
				<h3>{t("The story to scale")}</h3>
				<Segmented
					label={t("Show the story as")}
					options={[
						{ value: "drawing", label: t("Drawing") },
						{ value: "list", label: t("List") },
					]}
					value={view}
					onChange={setView}
				/>
			</div>
			{view === "drawing" && (
				<>
					<ul className={styles.sections} aria-label={t("Sections")}>
						{map.sections.map((section, index) => (
							<Bar
								key={section.headingId ?? "opening"}
								section={section}
								index={index}
								longest={longest}
								onReveal={onReveal}
							/>
						))}
					</ul>
					<p className={styles.legend} aria-hidden>
						{kinds.map((kind) => (
							<span key={kind}>
								<svg width="12" height="12" aria-hidden focusable="false">
									<rect data-kind={kind} width="12" height="12" rx="2" />
								</svg>
								{pieceKindWords(kind, t)}
							</span>
						))}
					</p>
				</>
			)}
			{view === "list" && (
				<ol className={styles.list} aria-label={t("Pieces of the story")}>
					{map.sections.flatMap((section) =>
						section.pieces.map((piece) => (
							<li key={piece.blockId} data-level={piece.level}>
								<Button bare className={styles.piece} onPress={() => onReveal(piece.blockId)}>
									<span className={styles.kind}>{pieceKindWords(piece.kind, t)}</span>
									<span className={styles.label} dir="auto">
										{piece.label}
									</span>
									<span className={styles.time}>{formatDuration(piece.seconds)}</span>
								</Button>
							</li>
						)),
					)}
				</ol>
			)}
		</div>
	);
}

interface SectionProps {
	section: MapSection;
	index: number;
	longest: number;
	onReveal: (blockId: string) => void;
}

const BAR_WIDTH = 288;
const GAP = 1.5;

const Bar = memo(SectionBar);

function SectionBar({ section, index, longest, onReveal }: SectionProps) {
	const { t } = useTranslation();
	const scale = BAR_WIDTH / longest;
	let x = 0;
	const bars = section.pieces
		.filter((piece) => piece.kind !== "heading" && piece.kind !== "separator")
		.map((piece) => {
			const width = Math.max(2, piece.seconds * scale);
			const bar = { piece, x, width: Math.max(1, width - GAP) };
			x += width;
			return bar;
		});
	const first = section.headingId ?? section.pieces[0]?.blockId ?? "";
	const title = section.title || (index === 0 ? t("Opening") : t("Heading without text"));
	return (
		<li>
			<Button bare className={styles.section} onPress={() => onReveal(first)}>
				<span className={section.level === 2 ? styles.small : styles.label} dir="auto">
					{title}
				</span>
				<span className={styles.time}>
					{unitOf({ weight: section.words, cjkCharacters: section.cjkCharacters }) === "characters"
						? t("{{count}} characters · {{time}}", {
								count: section.cjkCharacters,
								time: formatDuration(section.seconds),
								defaultValue_one: "{{count}} character · {{time}}",
							})
						: t("{{count}} words · {{time}}", {
								count: section.words,
								time: formatDuration(section.seconds),
								defaultValue_one: "{{count}} word · {{time}}",
							})}
				</span>
			</Button>
			{/* A pointer's short way; every piece is a button in the list twin. */}
			<svg
				className={styles.bar}
				viewBox={`0 0 ${BAR_WIDTH} 14`}
				preserveAspectRatio="none"
				aria-hidden
				focusable="false"
			>
				{bars.map(({ piece, x: left, width }) => (
					// biome-ignore lint/a11y/noStaticElementInteractions: the list twin has a button for each piece
					<rect
						key={piece.blockId}
						data-kind={piece.kind}
						x={left}
						width={width}
						height="14"
						rx="2"
						onClick={() => onReveal(piece.blockId)}
					>
						<title>{piece.label || pieceKindWords(piece.kind, t)}</title>
					</rect>
				))}
			</svg>
		</li>
	);
}
