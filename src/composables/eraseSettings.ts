/** Removes what this app remembers of how it looks, and whatever else it left in this browser beside the projects. */
export function eraseSettings(): void {
  for (const kept of [localStorage, sessionStorage])
    for (const key of Object.keys(kept)) if (key.startsWith('caiyong')) kept.removeItem(key)
}
