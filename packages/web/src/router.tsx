import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Frame } from './parts/frame.tsx';
import { Book } from './screens/book.tsx';
import { CodePage } from './screens/code-page.tsx';
import { Guideline } from './screens/guideline.tsx';
import { NotFound } from './screens/not-found.tsx';
import { Search } from './screens/search.tsx';
import { Workbench } from './screens/workbench.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const workbenchRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Workbench,
  validateSearch: (search: Record<string, unknown>): { example?: string } => {
    const example = text(search.example);
    return example === undefined ? {} : { example };
  },
});
const codeRoute = createRoute({
  getParentRoute: () => root,
  path: '/codes/$system/$code',
  component: CodePage,
});
const anyCodeRoute = createRoute({
  getParentRoute: () => root,
  path: '/codes/$code',
  component: CodePage,
});
const guidelineRoute = createRoute({
  getParentRoute: () => root,
  path: '/guidelines/$section',
  component: Guideline,
});
const bookRoute = createRoute({ getParentRoute: () => root, path: '/book', component: Book });
const searchRoute = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: Search,
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(typeof search.q === 'number' ? String(search.q) : search.q);
    return q === undefined ? {} : { q };
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    workbenchRoute,
    codeRoute,
    anyCodeRoute,
    guidelineRoute,
    bookRoute,
    searchRoute,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
