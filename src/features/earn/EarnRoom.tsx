export default function EarnRoom({ page }: { page: string }) {
	return <main data-room="earn">{page}</main>;
}
