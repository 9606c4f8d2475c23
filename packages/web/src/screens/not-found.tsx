import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <main className="page">
      <h1>No such page</h1>
      <p>
        Search for a code above, or <Link to="/">code a note</Link>.
      </p>
    </main>
  );
}
