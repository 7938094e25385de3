import { createRoot } from 'react-dom/client';
import './style/tokens.css';
import './style/base.css';
import './style/kit.css';
import './style/desk.css';
import './style/apply.css';
import './style/visit.css';
import './style/register.css';
import { App } from './app.js';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
