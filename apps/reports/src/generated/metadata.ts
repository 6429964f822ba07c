/* eslint-disable */
export default async () => {
  const t = {
    ['../city/http/city.dto.js']: await import('../city/http/city.dto.js'),
    ['../filing/http/file-report.dto.js']: await import('../filing/http/file-report.dto.js'),
    ['../reading/queries/views.dto.js']: await import('../reading/queries/views.dto.js'),
    ['../handling/http/steps.dto.js']: await import('../handling/http/steps.dto.js'),
    ['../photos/http/photos.dto.js']: await import('../photos/http/photos.dto.js'),
    ['../reading/queries/list-queue.js']: await import('../reading/queries/list-queue.js'),
  };
  return {
    '@nestjs/swagger': {
      models: [
        [
          import('../city/http/city.dto.js'),
          {
            LabelView: {
              id: { required: true, type: () => String, example: 'Banjir' },
              en: { required: true, type: () => String, example: 'Flood' },
            },
            NamedView: {
              code: { required: true, type: () => String, example: 'flood' },
              label: { required: true, type: () => t['../city/http/city.dto.js'].LabelView },
            },
            NamedListView: { items: { required: true, type: () => [t['../city/http/city.dto.js'].NamedView] } },
          },
        ],
        [
          import('../filing/http/file-report.dto.js'),
          {
            PinDto: {
              lat: { required: true, type: () => Number, example: -6.1767 },
              long: { required: true, type: () => Number, example: 106.8263 },
            },
            ReferenceDto: {
              source: { required: true, type: () => String, example: 'petabencana' },
              id: { required: true, type: () => String, pattern: '^[\\x21-\\x7e]{1,200}$' },
            },
            FileReportDto: {
              category: {
                required: true,
                type: () => String,
                description: 'One of `GET /v1/categories`.',
                example: 'flood',
              },
              description: { required: true, type: () => String },
              pin: { required: true, type: () => t['../filing/http/file-report.dto.js'].PinDto },
              landmark: { required: false, type: () => String, example: 'Depan pasar', maxLength: 200 },
              visibility: { required: true, default: 'private', enum: ['private', 'public'] },
              observedAt: {
                required: false,
                type: () => String,
                description: 'When it was seen, if not now.',
                example: '2026-11-22T10:00:00+07:00',
              },
              photoIds: {
                required: true,
                type: () => [String],
                description: 'Photos uploaded before, unused.',
                uniqueItems: true,
                maxItems: 5,
              },
              reference: {
                required: false,
                type: () => t['../filing/http/file-report.dto.js'].ReferenceDto,
                description: 'For channel accounts only.',
              },
            },
            FiledReportView: {
              id: { required: true, type: () => String },
              number: { required: true, type: () => String },
              state: { required: true, type: () => String },
              region: { required: true, type: () => String },
              agencyId: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'The agency in whose queue it is; null while none is known to be responsible.',
              },
              filedAt: { required: true, type: () => String },
            },
          },
        ],
        [
          import('../handling/http/steps.dto.js'),
          {
            StepDto: { note: { required: false, type: () => String } },
            CoordinateDto: {
              agencyId: { required: true, type: () => String, description: 'The agency that is really responsible.' },
              note: { required: true, type: () => String },
            },
            DispatchDto: {
              subAgencyId: { required: true, type: () => String, description: "One of the agency's own sub-agencies." },
            },
            PromiseDto: {
              finishBy: {
                required: true,
                type: () => String,
                description: "A day after today in the city's time zone.",
                example: '2026-12-01',
              },
            },
            CompleteDto: {
              beforePhotoId: {
                required: true,
                type: () => String,
                description: 'A photo that the executor uploaded, used for nothing else.',
              },
              afterPhotoId: { required: true, type: () => String, description: 'Another one.' },
            },
            ReasonDto: { reason: { required: true, type: () => String } },
            RejectDto: {
              reason: {
                required: true,
                type: () => String,
                description: 'One of `GET /v1/rejection-reasons`.',
                example: 'duplicate',
              },
              text: { required: true, type: () => String, description: 'For the reporter.' },
            },
            StepTakenView: {
              id: { required: true, type: () => String },
              number: { required: true, type: () => String },
              state: { required: true, type: () => String },
            },
          },
        ],
        [
          import('../photos/http/photos.dto.js'),
          {
            StoredPhotoView: {
              id: { required: true, type: () => String },
              width: { required: true, type: () => Number },
              height: { required: true, type: () => Number },
            },
          },
        ],
        [
          import('../reading/http/queries.dto.js'),
          {
            PublicListQuery: {
              region: {
                required: false,
                type: () => String,
                description: 'A region code of any level: all below it.',
                example: '31.71',
              },
              category: { required: false, type: () => String },
              state: { required: false, type: () => String },
              bbox: {
                required: false,
                type: () => Object,
                description: 'west,south,east,north in degrees',
                example: '106.8,-6.2,106.9,-6.1',
              },
            },
            MapQuery: {
              bbox: {
                required: true,
                type: () => Object,
                description: 'west,south,east,north in degrees',
                example: '106.8,-6.2,106.9,-6.1',
              },
              category: { required: false, type: () => String },
              state: { required: false, type: () => String },
            },
            CountsQuery: {
              region: {
                required: false,
                type: () => String,
                description: 'A region code of any level: all below it.',
                example: '31.71',
              },
            },
            QueueQuery: { state: { required: false, type: () => String } },
          },
        ],
        [
          import('../reading/queries/views.dto.js'),
          {
            PinView: { lat: { required: true, type: () => Number }, long: { required: true, type: () => Number } },
            ReportSummary: {
              id: { required: true, type: () => String },
              number: { required: true, type: () => String, description: 'What people call it: JK2611220001' },
              category: { required: true, type: () => String },
              state: { required: true, type: () => String },
              visibility: { required: true, type: () => String },
              region: { required: true, type: () => String, description: 'The kelurahan of its pin.' },
              pin: { required: true, type: () => t['../reading/queries/views.dto.js'].PinView },
              filedAt: { required: true, type: () => String },
              updatedAt: { required: true, type: () => String },
              agencyId: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'The agency in whose queue it is or was.',
              },
              executorId: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'The organisation that works or worked on it.',
              },
              finishBy: {
                required: true,
                type: () => String,
                nullable: true,
                description: "The promised day in the city's time zone, YYYY-MM-DD.",
              },
            },
            ReportListView: {
              items: { required: true, type: () => [t['../reading/queries/views.dto.js'].ReportSummary] },
            },
            QueueView: {
              counts: {
                required: true,
                type: 'object',
                additionalProperties: { type: 'number' },
                example: { waiting: 3, in_progress: 1 },
              },
            },
            PointView: {
              type: { required: true, enum: ['Point'] },
              coordinates: {
                required: true,
                type: () => [Number],
                description: 'Longitude first.',
                example: [106.8263, -6.1767],
              },
            },
            FeatureView: {
              type: { required: true, enum: ['Feature'] },
              id: { required: true, type: () => String },
              geometry: { required: true, type: () => t['../reading/queries/views.dto.js'].PointView },
              properties: {
                required: true,
                type: 'object',
                additionalProperties: { type: 'string' },
                description: 'number, category, state, filedAt',
              },
            },
            MapView: {
              type: { required: true, enum: ['FeatureCollection'] },
              features: { required: true, type: () => [t['../reading/queries/views.dto.js'].FeatureView] },
            },
            ReportPhotoView: {
              id: { required: true, type: () => String },
              purpose: { required: true, type: () => String, description: 'report, before or after' },
            },
            ReportView: {
              description: { required: true, type: () => String },
              landmark: { required: true, type: () => String, nullable: true },
              observedAt: { required: true, type: () => String, nullable: true },
              channel: { required: true, type: () => String },
              agencyName: { required: true, type: () => String, nullable: true },
              executorName: { required: true, type: () => String, nullable: true },
              rework: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'Why the work is done again: refused or disputed.',
              },
              photos: { required: true, type: () => [t['../reading/queries/views.dto.js'].ReportPhotoView] },
              seenAs: {
                required: true,
                type: () => String,
                description: 'As what the caller sees it: reporter, involved or public.',
              },
            },
            HistoryEntryView: {
              version: { required: true, type: () => Number },
              type: { required: true, type: () => String },
              state: { required: true, type: () => String },
              at: { required: true, type: () => String },
              organisationId: { required: true, type: () => String, nullable: true },
              organisationName: { required: true, type: () => String, nullable: true },
              note: {
                required: true,
                type: () => String,
                nullable: true,
                description:
                  'For the reporter and the organisations involved; the public reads no free text of officers and reporters.',
              },
              details: { required: true, type: 'object', additionalProperties: true },
            },
            HistoryView: {
              items: { required: true, type: () => [t['../reading/queries/views.dto.js'].HistoryEntryView] },
            },
            CountsView: {
              total: { required: true, type: () => Number },
              byState: { required: true, type: 'object', additionalProperties: { type: 'number' } },
              byCategory: { required: true, type: 'object', additionalProperties: { type: 'number' } },
            },
          },
        ],
      ],
      controllers: [
        [
          import('../city/http/city.controller.js'),
          {
            CityController: {
              categories: { summary: 'What a report can be about' },
              reasons: { summary: 'Why a report may be rejected' },
            },
          },
        ],
        [
          import('../filing/http/filing.controller.js'),
          {
            FilingController: {
              file: { summary: 'File a report', type: t['../filing/http/file-report.dto.js'].FiledReportView },
            },
          },
        ],
        [
          import('../handling/http/judgement.controller.js'),
          {
            JudgementController: {
              validate: { summary: 'Agree that it is done', type: t['../handling/http/steps.dto.js'].StepTakenView },
              refuse: {
                summary: 'Do not agree: the work goes on',
                type: t['../handling/http/steps.dto.js'].StepTakenView,
              },
              confirm: {
                summary: 'The reporter agrees: closed',
                type: t['../handling/http/steps.dto.js'].StepTakenView,
              },
              dispute: {
                summary: 'The reporter does not agree: the work goes on',
                type: t['../handling/http/steps.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../handling/http/passing.controller.js'),
          {
            PassingController: {
              coordinate: {
                summary: 'Pass it on to another agency',
                type: t['../handling/http/steps.dto.js'].StepTakenView,
              },
              dispatch: { summary: 'Instruct a sub-agency', type: t['../handling/http/steps.dto.js'].StepTakenView },
              reject: { summary: 'Refuse the report as such', type: t['../handling/http/steps.dto.js'].StepTakenView },
            },
          },
        ],
        [
          import('../handling/http/work.controller.js'),
          {
            WorkController: {
              start: { summary: 'Begin the work', type: t['../handling/http/steps.dto.js'].StepTakenView },
              promise: { summary: 'Promise a day (EWS)', type: t['../handling/http/steps.dto.js'].StepTakenView },
              complete: {
                summary: 'Claim that it is done, with a photo before and one after',
                type: t['../handling/http/steps.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../photos/http/photos.controller.js'),
          {
            PhotosController: {
              upload: {
                summary: 'Upload a photo, to name it in a report or as proof within 24 hours',
                type: t['../photos/http/photos.dto.js'].StoredPhotoView,
              },
              see: { summary: 'The picture, for whoever may see its report' },
            },
          },
        ],
        [
          import('../reading/http/public-reports.controller.js'),
          {
            PublicReportsController: {
              list: { summary: 'Public reports, newest first' },
              onMap: {
                summary: 'Public reports in a box as GeoJSON: the newest 2,000',
                type: t['../reading/queries/views.dto.js'].MapView,
              },
              count: {
                summary: 'How many public reports there are, by state and category',
                type: t['../reading/queries/views.dto.js'].CountsView,
              },
            },
          },
        ],
        [
          import('../reading/http/queue.controller.js'),
          {
            QueueController: {
              list: {
                summary: 'What the organisation acted for has to do, oldest first, with counts by state',
                type: t['../reading/queries/list-queue.js'].Queue,
              },
            },
          },
        ],
        [
          import('../reading/http/reports.controller.js'),
          {
            ReportsController: {
              mine: { summary: "The caller's own reports, newest first" },
              find: {
                summary: 'One report, for its reporter, the organisations involved and, when it is public, for all',
                type: t['../reading/queries/views.dto.js'].ReportView,
              },
              steps: { summary: 'Its steps, first to last', type: t['../reading/queries/views.dto.js'].HistoryView },
            },
          },
        ],
      ],
    },
  };
};
