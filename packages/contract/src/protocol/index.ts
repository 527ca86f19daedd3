/** The open HTTP protocol: operations, problem details. For servers, tests and documents; a page needs only `@aftercart/adapter-http`. */
export { openApi } from './openapi.ts';
export { OPERATIONS, PROTOCOL_VERSION, type Access, type Operation } from './operations.ts';
export { PROBLEM_TYPE_BASE, Problem, STATUS_OF, problemType } from './problem.ts';
