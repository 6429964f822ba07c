/* eslint-disable */
export default async () => {
  const t = {
    ['../inbox/queries/views.dto.js']: await import('../inbox/queries/views.dto.js'),
  };
  return {
    '@nestjs/swagger': {
      models: [
        [
          import('../inbox/http/inbox.dto.js'),
          {
            InboxQuery: {},
            ReadUpToDto: {
              sequence: {
                required: true,
                type: () => Number,
                description: 'The sequence of the newest notice that the reader saw',
                minimum: 1,
                maximum: 2147483647,
              },
            },
          },
        ],
        [
          import('../inbox/queries/views.dto.js'),
          {
            UnreadView: { unread: { required: true, type: () => Number, description: 'Notices not read yet' } },
            SubjectView: {
              type: { required: true, type: () => String, description: 'What it is about: `report`; more may come' },
              id: { required: true, type: () => String },
              label: {
                required: true,
                type: () => String,
                description: "What people call it, such as a report's number",
              },
            },
            NoticeView: {
              id: { required: true, type: () => String },
              sequence: {
                required: true,
                type: () => Number,
                description: '1, 2, 3 \u2026 in this inbox, without a gap',
              },
              event: { required: true, type: () => String, description: 'The type of the event that it tells of' },
              title: {
                required: true,
                type: () => String,
                description: 'In the language asked for by Accept-Language: Indonesian or English',
              },
              body: { required: true, type: () => String },
              subject: { required: true, type: () => t['../inbox/queries/views.dto.js'].SubjectView },
              reportId: {
                required: false,
                type: () => String,
                description: "The report's id, in a notice about a report; `subject` says it for all kinds",
              },
              number: { required: true, type: () => String, description: 'The same as `subject.label`' },
              at: { required: true, type: () => String, description: 'When it happened, UTC' },
              readAt: {
                required: false,
                type: () => String,
                description: 'When it was read, UTC; absent while it is unread',
              },
            },
            InboxView: {
              items: {
                required: true,
                type: () => [t['../inbox/queries/views.dto.js'].NoticeView],
                description: 'Newest first; the `Link` header leads to older ones',
              },
            },
          },
        ],
      ],
      controllers: [
        [
          import('../inbox/http/inbox.controller.js'),
          {
            InboxController: {
              list: { summary: 'The inbox, newest first' },
              unread: {
                summary: 'How many notices are not read yet',
                type: t['../inbox/queries/views.dto.js'].UnreadView,
              },
              read: { summary: 'Mark one notice as read; again changes nothing' },
              readAllUpTo: { summary: 'Mark all up to a sequence as read; what came since stays unread' },
            },
          },
        ],
      ],
    },
  };
};
