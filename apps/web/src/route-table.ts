/**
 * Every page of the application, once: the router is made from it, and so is the list that the accessibility tests walk,
 * so that no page is forgotten. Paths are below `/app`.
 */
export type Audience = 'everybody' | 'sponsor' | 'officer' | 'inspector' | 'staff' | 'securityAdmin' | 'systemAdmin';
export type Density = 'calm' | 'desk';

export interface Route {
  path: string;
  page: PageName;
  audience: Audience;
  density: Density;
}

export type PageName =
  | 'login'
  | 'signup'
  | 'apply'
  | 'cases'
  | 'draft'
  | 'question'
  | 'papers'
  | 'answers'
  | 'case'
  | 'correction'
  | 'messages'
  | 'coSigners'
  | 'coSign'
  | 'tolerance'
  | 'withdraw'
  | 'recusal'
  | 'rate'
  | 'appointment'
  | 'queue'
  | 'allCases'
  | 'deskCase'
  | 'officeTime'
  | 'checkIn'
  | 'agenda'
  | 'supervision'
  | 'interests'
  | 'register'
  | 'registerEntry'
  | 'visits'
  | 'visit'
  | 'accounts'
  | 'calendar'
  | 'outbox'
  | 'settings';

const calm = (path: string, page: PageName, audience: Audience): Route => ({ path, page, audience, density: 'calm' });
const desk = (path: string, page: PageName, audience: Audience): Route => ({ path, page, audience, density: 'desk' });

export const ROUTES: readonly Route[] = [
  calm('/login', 'login', 'everybody'),
  calm('/signup', 'signup', 'everybody'),
  calm('/apply/:step?', 'apply', 'everybody'),
  calm('/cases', 'cases', 'sponsor'),
  calm('/cases/:id/draft', 'draft', 'sponsor'),
  calm('/cases/:id/draft/papers', 'papers', 'sponsor'),
  calm('/cases/:id/draft/answers', 'answers', 'sponsor'),
  calm('/cases/:id/draft/co-signers', 'coSigners', 'sponsor'),
  calm('/co-sign/:id', 'coSign', 'sponsor'),
  calm('/cases/:id/draft/:question', 'question', 'sponsor'),
  calm('/cases/:id', 'case', 'sponsor'),
  calm('/cases/:id/correction', 'correction', 'sponsor'),
  calm('/cases/:id/messages', 'messages', 'sponsor'),
  calm('/cases/:id/tolerance', 'tolerance', 'sponsor'),
  calm('/cases/:id/withdraw', 'withdraw', 'sponsor'),
  calm('/cases/:id/recusal', 'recusal', 'sponsor'),
  calm('/cases/:id/rate', 'rate', 'sponsor'),
  calm('/cases/:id/appointment', 'appointment', 'sponsor'),
  desk('/desk', 'queue', 'officer'),
  desk('/desk/cases', 'allCases', 'officer'),
  desk('/desk/cases/:id/:tab?', 'deskCase', 'officer'),
  desk('/desk/time', 'officeTime', 'officer'),
  desk('/desk/check-in', 'checkIn', 'officer'),
  desk('/desk/appointments', 'agenda', 'officer'),
  desk('/desk/supervision', 'supervision', 'officer'),
  desk('/desk/interests', 'interests', 'staff'),
  desk('/desk/register', 'register', 'officer'),
  desk('/desk/register/:id', 'registerEntry', 'officer'),
  calm('/visits', 'visits', 'inspector'),
  calm('/visits/:id', 'visit', 'inspector'),
  desk('/admin/accounts', 'accounts', 'securityAdmin'),
  desk('/admin/calendar', 'calendar', 'systemAdmin'),
  desk('/admin/outbox', 'outbox', 'systemAdmin'),
  desk('/admin/settings', 'settings', 'systemAdmin'),
];
