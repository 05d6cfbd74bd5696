import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Task = Schemas['TaskItem'];
export type TaskDetail = Schemas['TaskResponse'];
export type TaskAction = TaskDetail['actions'][number];
export type TaskListQuery = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>;

export const taskBoxes = ['open', 'verified', 'all'] as const;

export const taskListQuery = (query: TaskListQuery) => queryOptions({
  queryKey: ['help', 'tasks', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/tasks', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const taskQuery = (id: string) => queryOptions({
  queryKey: ['help', 'task', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
});

export interface TaskStep {
  ownerName?: string;
  dueOn?: string;
  note?: string;
}

/** One step of a task; `eventId` is made once for each dialog, so that sending it twice is one step. */
export function takeStep(id: string, action: TaskAction, { ownerName, dueOn, note, eventId }: TaskStep & { eventId: string }): Promise<TaskDetail> {
  const params = { path: { id } };
  const said = { eventId, ...(note?.trim() ? { note: note.trim() } : {}) };
  const due = dueOn ? { dueOn } : {};
  switch (action) {
    case 'ASSIGN':
      return call(api.POST('/api/v1/tasks/{id}/assign', { params, body: { ...said, ...due, ...(ownerName ? { ownerName } : {}) } }));
    case 'DO':
      return call(api.POST('/api/v1/tasks/{id}/done', { params, body: said }));
    case 'VERIFY':
      return call(api.POST('/api/v1/tasks/{id}/verify', { params, body: said }));
    case 'REOPEN':
      return call(api.POST('/api/v1/tasks/{id}/reopen', { params, body: { ...said, ...due } }));
    case 'NOTE':
      return call(api.POST('/api/v1/tasks/{id}/notes', { params, body: said }));
  }
}
