import { declareSpecs } from './specs';
declareSpecs(__filename);
