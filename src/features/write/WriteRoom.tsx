export default function WriteRoom({ storyId }: { storyId: string | null }) {
	return <main data-room="write">{storyId}</main>;
}
