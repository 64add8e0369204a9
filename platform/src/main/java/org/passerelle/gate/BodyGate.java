package org.passerelle.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The first valve of the container: a body that is too large is not read, one that arrives too
 * slowly is not waited for, and the rest of an unwanted body is not read either; the connection is
 * closed instead.
 */
final class BodyGate extends ValveBase {
  private final Supplier<SecurityContextRepository> contexts;
  private final ConcurrentBodies concurrentBodies = new ConcurrentBodies();
  private final MinimumSpeed minimumSpeed;

  BodyGate(Supplier<SecurityContextRepository> contexts, MinimumSpeed minimumSpeed) {
    super(true);
    this.contexts = contexts;
    this.minimumSpeed = minimumSpeed;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request raw = request.getCoyoteRequest();
    boolean unsaid = request.getHeader("Transfer-Encoding") != null;
    if (raw.getContentLengthLong() <= 0 && !unsaid) {
      getNext().invoke(request, response);
      return;
    }
    boolean signedIn =
        request.getContext() != null
            && (contexts.get().containsContext(request) || Guests.is(request));
    if (unsaid) {
      EarlyRejection.NO_LENGTH.note(request);
    } else if (raw.getContentLengthLong() > BodyLimits.of(request, signedIn)) {
      EarlyRejection.TOO_LARGE.note(request);
    }
    MeteredBody body =
        new MeteredBody(
            raw, request, concurrentBodies, minimumSpeed, sender(request, signedIn), signedIn);
    raw.setInputBuffer(body);
    try {
      getNext().invoke(request, response);
    } finally {
      if (request.isAsync()) {
        body.end();
      } else {
        leaveTheRest(body, raw, response);
      }
    }
  }

  /**
   * The response is sent completely; a fast client may finish sending, so that its browser reads
   * the response; then the connection is closed.
   */
  private static void leaveTheRest(
      MeteredBody body, org.apache.coyote.Request raw, Response response) throws IOException {
    try {
      if (!isWhole(raw)) {
        response.finishResponse();
        body.passBy();
        if (!isWhole(raw)) {
          raw.action(ActionCode.CLOSE_NOW, null);
        }
      }
    } finally {
      body.end();
    }
  }

  private static boolean isWhole(org.apache.coyote.Request raw) {
    AtomicBoolean whole = new AtomicBoolean();
    raw.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    return whole.get();
  }

  private static String sender(Request request, boolean signedIn) {
    HttpSession session = signedIn ? request.getSession(false) : null;
    return session != null ? session.getId() : Network.of(request.getRemoteAddr());
  }
}
