/** The kernel, for whoever wants to start it without the command. */
export { startKernel } from './main';
