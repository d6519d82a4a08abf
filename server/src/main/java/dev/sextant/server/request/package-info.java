/// What can be asked of the studies of this process, the same through every door: ask, tell, create, and the rest. Start
/// with [Handlers][dev.sextant.server.request.Handlers]; each kind of request is a
/// [Handler][dev.sextant.server.request.Handler] of its own. [Studies][dev.sextant.server.request.Studies] is what is
/// needed from outside. Requests and answers are described in `docs/reference/pipe.md`.
package dev.sextant.server.request;
