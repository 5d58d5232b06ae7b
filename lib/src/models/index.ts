/** Networks of the course on tfjs, and the layers that tfjs lacks: `@convolab/lib/models`. */
export * from './layers/local-response-normalization';
