import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { TravellerApp } from './app.tsx';

const root = document.getElementById('booth');
if (root !== null) createRoot(root).render(<TravellerApp />);
