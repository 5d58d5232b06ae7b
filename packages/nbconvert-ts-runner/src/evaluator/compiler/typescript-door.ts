/** What tslab's converter is given when it asks for TypeScript: the prepared object (see bundle.mjs). */
import { ts } from './typescript';

export = ts;
