import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { searchCodes } from '../api.ts';

/** Search as you type over everything loaded; Enter opens the first code. `/` or Ctrl-K focuses it. */
export function SearchBox() {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const wanted = query.trim();
  const { data } = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => searchCodes(wanted, 12, signal),
    enabled: wanted !== '',
    placeholderData: (previous) => previous,
  });
  const hits = wanted === '' ? [] : (data?.hits ?? []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing)) {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const go = (system: string, code: string): void => {
    setOpen(false);
    input.current?.blur();
    void navigate({ to: '/codes/$system/$code', params: { system, code } });
  };

  return (
    <Command shouldFilter={false} className="search" label="Search codes" loop>
      <Command.Input
        ref={input}
        value={query}
        onValueChange={(value) => {
          setQuery(value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
        placeholder="Search codes, words, abbreviations…"
      />
      <kbd className="search-key">/</kbd>
      {open && wanted !== '' ? (
        <Command.List className="hits">
          {hits.length === 0 && data !== undefined ? (
            <Command.Empty>Nothing in the loaded book matches.</Command.Empty>
          ) : null}
          {hits.map((hit) => (
            <Command.Item
              key={`${hit.system} ${hit.code}`}
              value={`${hit.system} ${hit.code}`}
              onSelect={() => go(hit.system, hit.code)}
            >
              <span className={`code${hit.billable ? '' : ' code-header'}`}>{hit.code}</span>
              <span className="hit-title">{hit.title}</span>
              <span className="why">{hit.why}</span>
            </Command.Item>
          ))}
        </Command.List>
      ) : null}
    </Command>
  );
}
