import { readExported } from './read-exported';

readExported('0.0-prise-en-main');
readExported('notations', { executes: false });
