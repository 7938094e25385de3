import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list by keyset: pages come one after another, and what is here stays while a new search is on its way. */
export function usePaged<T>(key: readonly unknown[], page: (cursor: string | undefined) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => page(pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => query.data?.pages.flatMap((one) => one.items), [query.data]);
  return {
    data: items,
    error: query.error,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    more: (): void => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
