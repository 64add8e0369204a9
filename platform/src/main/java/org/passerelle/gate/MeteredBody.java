package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Wraps every read of a request body: counts the bytes and the waiting time. For one request and
 * its thread.
 */
final class MeteredBody implements InputBuffer {
  private static final Duration PASSING = Duration.ofSeconds(3);
  private static final Duration FREE = Duration.ofMillis(500);
  private static final long LOOKED_AGAIN = Duration.ofMillis(5).toNanos();
  private final org.apache.coyote.Request raw;
  private final InputBuffer arriving;
  private final HttpServletRequest request;
  private final ConcurrentBodies concurrentBodies;
  private final MinimumSpeed minimumSpeed;
  private final String sender;
  private final boolean signedIn;
  private boolean waiting;
  private long bytes;
  private Duration waited = Duration.ZERO;

  MeteredBody(
      org.apache.coyote.Request raw,
      HttpServletRequest request,
      ConcurrentBodies concurrentBodies,
      MinimumSpeed minimumSpeed,
      String sender,
      boolean signedIn) {
    // the container reuses its buffer for the next request of the connection
    InputBuffer buffer = raw.getInputBuffer();
    this.arriving = buffer instanceof MeteredBody before ? before.arriving : buffer;
    this.raw = raw;
    this.request = request;
    this.concurrentBodies = concurrentBodies;
    this.minimumSpeed = minimumSpeed;
    this.sender = sender;
    this.signedIn = signedIn;
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (EarlyRejection.of(request).isPresent()) {
      throw new Ended();
    }
    if (!waiting && !isThere()) {
      waiting = concurrentBodies.begin(sender, signedIn);
      if (!waiting) {
        throw away(EarlyRejection.TOO_MANY);
      }
    }
    long began = System.nanoTime();
    int read;
    try {
      read = arriving.doRead(handler);
    } catch (java.net.SocketTimeoutException silent) {
      throw away(EarlyRejection.TOO_SLOW);
    }
    waited = waited.plusNanos(System.nanoTime() - began);
    if (read <= 0) {
      end();
      return read;
    }
    bytes += read;
    if (minimumSpeed.isTooSlow(bytes, waited)) {
      throw away(EarlyRejection.TOO_SLOW);
    }
    return read;
  }

  /**
   * Reads on and discards, for a short while and not for senders that were too slow or too many.
   */
  void passBy() {
    Optional<EarlyRejection> why = EarlyRejection.of(request);
    if (why.filter(EarlyRejection::isHasty).isPresent()) {
      return;
    }
    long most = signedIn ? BodyLimits.WITH_FILE * 2 : BodyLimits.FORM * 2;
    long until = System.nanoTime() + PASSING.toNanos();
    Unread unread = new Unread();
    waiting = waiting || concurrentBodies.begin(sender, signedIn);
    try {
      for (long passed = 0; waiting && passed < most && System.nanoTime() < until; ) {
        int read = arriving.doRead(unread);
        if (read <= 0) {
          return;
        }
        passed += read;
      }
    } catch (IOException gone) {
      // the client has disconnected; so does the rest
    }
  }

  /**
   * Whether some of it has arrived: most bodies follow their header at once, and nobody has to
   * wait.
   */
  private boolean isThere() {
    // reading to the end makes one more call after the last byte
    AtomicBoolean whole = new AtomicBoolean();
    raw.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    while (!whole.get()) {
      raw.action(ActionCode.AVAILABLE, true);
      if (raw.getAvailable() > 0 || waited.compareTo(FREE) >= 0) {
        return raw.getAvailable() > 0;
      }
      long began = System.nanoTime();
      LockSupport.parkNanos(LOOKED_AGAIN);
      waited = waited.plusNanos(System.nanoTime() - began);
    }
    return true;
  }

  private Ended away(EarlyRejection why) {
    why.note(request);
    end();
    return new Ended();
  }

  /**
   * Ends reading; not an IOException, which the container would take for a disconnected client and
   * stop answering.
   */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Ended() {
      super("The rest of this body is not read.");
    }
  }

  /** Discards what is read. */
  private static final class Unread implements ApplicationBufferHandler {
    private @Nullable ByteBuffer last;

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      last = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return last;
    }

    @Override
    public void expand(int size) {}
  }

  @Override
  public int available() {
    return arriving.available();
  }

  /** Ends the waiting. */
  void end() {
    if (waiting) {
      waiting = false;
      concurrentBodies.end(sender, signedIn);
    }
  }
}
