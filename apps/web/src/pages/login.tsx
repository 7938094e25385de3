import { useState, type FormEvent } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { http, took } from '../api.js';
import { Button, FaultSummary, Heading, TextField, useFaults } from '../kit/index.js';
import { useSay } from '../say.js';
import { homeOf, useLogin } from '../session.js';

export function LoginPage() {
  const t = useSay();
  const login = useLogin();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const { faults, attempt, at, showError } = useFaults();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const session = await login(name, password);
      go(localPath(search.get('to')) ?? homeOf(session));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void enter(event)} noValidate>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('login.title')}</Heading>
      <TextField
        name="login"
        label={t('login.name')}
        value={name}
        error={at('login')}
        onChange={setName}
        native={{ autoComplete: 'username', autoCapitalize: 'off', spellCheck: false }}
      />
      <TextField
        name="password"
        label={t('login.password')}
        value={password}
        error={at('password')}
        onChange={setPassword}
        native={{ type: 'password', autoComplete: 'current-password' }}
      />
      {document.documentElement.dataset['demo'] === 'on' && <p className="hint">{t('login.demo')}</p>}
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('login.submit')}
        </Button>
        <Link href={`/signup?to=${encodeURIComponent(search.get('to') ?? '')}`}>{t('login.register')}</Link>
      </div>
    </form>
  );
}

export function SignupPage() {
  const t = useSay();
  const login = useLogin();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const { faults, attempt, at, showError } = useFaults();
  const [form, setForm] = useState({ login: '', password: '', displayName: '' });
  const [busy, setBusy] = useState(false);
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value });
  const signUp = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await took(http.POST('/api/accounts', { body: form }));
      const session = await login(form.login, form.password);
      go(localPath(search.get('to')) ?? homeOf(session));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void signUp(event)} noValidate>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('signup.title')}</Heading>
      <TextField
        name="displayName"
        label={t('signup.displayName')}
        value={form.displayName}
        error={at('displayName')}
        onChange={set('displayName')}
        native={{ autoComplete: 'name' }}
      />
      <TextField
        name="login"
        label={t('login.name')}
        value={form.login}
        error={at('login')}
        onChange={set('login')}
        native={{ autoComplete: 'username', autoCapitalize: 'off', spellCheck: false }}
      />
      <TextField
        name="password"
        label={t('login.password')}
        hint={t('signup.passwordHint')}
        value={form.password}
        error={at('password')}
        onChange={set('password')}
        native={{ type: 'password', autoComplete: 'new-password' }}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('signup.submit')}
        </Button>
        <Link href={`/login?to=${encodeURIComponent(search.get('to') ?? '')}`}>{t('signup.login')}</Link>
      </div>
    </form>
  );
}

/** Only a page of ours is a place to go on to. */
const localPath = (to: string | null): string | null => (to && /^\/(?![/\\])/.test(to) ? to : null);
