export default function X(_: { itemId?: string; reviewId?: string; handle?: string }) { return null }
