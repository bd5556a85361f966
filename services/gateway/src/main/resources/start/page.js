// Who am I, my inbox, my requests. The page holds no token: the session is a cookie that no script can read.
import { texts } from '/start/texts.js';

const at = (id) => document.getElementById(id);
const wanted = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
const language = wanted in texts ? wanted : 'zh-CN';
const text = texts[language];
let newest = 0;

// Values of the API get into the page as text only, never as HTML.
function element(name, content, className) {
  const made = document.createElement(name);
  made.textContent = content;
  if (className) made.className = className;
  return made;
}

// Something went wrong, and the page says so already.
class Told extends Error {}

function begin(act) {
  act().catch((failure) => { if (!(failure instanceof Told)) throw failure; });
}

async function call(path, method = 'GET', body = undefined) {
  const headers = { 'Accept-Language': language, 'X-Requested-With': 'linli' };
  if (method !== 'GET') headers['Idempotency-Key'] = crypto.randomUUID();
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) }).catch(() => null);
  if (answer === null) {
    at('notice').textContent = text.away;
    throw new Told('away');
  }
  if (answer.status === 401 || answer.status === 499) {
    showStranger(text.ended);
    throw new Told('signed out');
  }
  const content = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    const number = answer.headers.get('X-Request-Id');
    at('notice').textContent = text.failed.replace('{0}', content.detail ?? answer.status).replace('{1}', number);
    throw new Told(content.code);
  }
  return content;
}

function showStranger(notice) {
  at('notice').textContent = notice;
  at('stranger').hidden = false;
  ['person', 'sign-out', 'sign-out-everywhere'].forEach((id) => { at(id).hidden = true; });
}

function fact(name, value) {
  at('me').append(element('dt', name), element('dd', value ?? text.none));
}

async function showMe() {
  const me = await call('/api/v1/me');
  const roles = me.grants.map((grant) => `${grant.role} · ${grant.division}`).join(', ');
  at('me').replaceChildren();
  fact(text.account, me.accountId);
  fact(text.volunteer, me.volunteerId && `${me.volunteerId} · ${me.volunteerStatus}`);
  fact(text.recipient, me.recipientId);
  fact(text.roles, roles || undefined);
}

function when(instant) {
  const time = element('time', new Date(instant).toLocaleString(language));
  time.dateTime = instant;
  return time;
}

async function showInbox() {
  const { items } = await call('/api/v1/inbox?limit=20');
  newest = items.reduce((most, message) => Math.max(most, message.sequence), 0);
  at('inbox').replaceChildren(...items.map((message) => {
    const row = element('li', message.title, message.read ? '' : 'unread');
    row.append(element('span', message.read ? message.text : `${message.text} (${text.unread})`, 'small'));
    row.append(when(message.arrivedAt));
    return row;
  }));
  at('read-all').hidden = !items.some((message) => !message.read);
  if (items.length === 0) at('inbox').append(element('li', text.noMessages));
}

async function showRequests() {
  const { items } = await call('/api/v1/requests?mine=true&limit=20');
  at('requests').replaceChildren(...items.map((request) => {
    const row = element('li', `${request.category} · ${request.status}`);
    row.append(when(request.submittedAt));
    return row;
  }));
  if (items.length === 0) at('requests').append(element('li', text.noRequests));
}

async function readAll() {
  await call('/api/v1/inbox/reading', 'POST', { sequence: newest });
  await showInbox();
  at('notice').textContent = text.allRead;
}

async function leave(path) {
  const { next } = await call(path, 'POST');
  location.assign(next);
}

async function start() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = text[node.dataset.text]; });
  at('language').textContent = text.language;
  at('language').lang = text.other;
  at('language').addEventListener('click', () => {
    localStorage.setItem('language', text.other);
    location.reload();
  });
  at('sign-out').addEventListener('click', () => begin(() => leave('/sign-out')));
  at('sign-out-everywhere').addEventListener('click', () => begin(() => leave('/sign-out-everywhere')));
  at('read-all').addEventListener('click', () => begin(readAll));
  const { signedIn } = await call('/session');
  if (!signedIn) {
    showStranger(text[new URLSearchParams(location.search).get('sign-in')] ?? '');
    return;
  }
  ['person', 'sign-out', 'sign-out-everywhere'].forEach((id) => { at(id).hidden = false; });
  await Promise.allSettled([showMe(), showInbox(), showRequests()]);
}

begin(start);
