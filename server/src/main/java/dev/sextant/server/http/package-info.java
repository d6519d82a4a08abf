/// HTTP as far as it has nothing to do with studies: routes, who may use them, errors, and the server under it. Start with
/// [Front][dev.sextant.server.http.Front]; everything but [HttpListener][dev.sextant.server.http.HttpListener] works
/// without a socket.
package dev.sextant.server.http;
