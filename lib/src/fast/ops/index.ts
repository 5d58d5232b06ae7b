/** One line an operation. */
export * from './relu';
