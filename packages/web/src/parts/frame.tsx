import { Link, Outlet } from '@tanstack/react-router';
import { BookBadge } from './book-badge.tsx';
import { SearchBox } from './search-box.tsx';

/** The frame of every screen: name, search, what book is open. */
export function Frame() {
  return (
    <div className="frame">
      <header className="bar">
        <Link to="/" className="brand" aria-label="Casebook, to the workbench">
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span>Casebook</span>
        </Link>
        <SearchBox />
        <nav className="bar-links" aria-label="Main">
          <Link
            to="/"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            Code a note
          </Link>
          <BookBadge />
        </nav>
      </header>
      <Outlet />
    </div>
  );
}
