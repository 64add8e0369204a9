package org.passerelle.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A byte-level proxy to a server of this machine that cuts requests, delays them, sends them twice,
 * and truncates and loses responses, depending on a seed. One request per connection, uncompressed.
 */
abstract class Wire implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private static final int WAIT_MILLIS = (int) Eventually.PATIENCE.toMillis();
  private static final int LINE = 60;

  /** Seconds; a node waits twenty for a response, so that the longest is too late for it. */
  private static final int[] DELAYS = {1, 3, 25};

  private final ServerSocket door;
  private final int to;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger bent = new AtomicInteger();

  /** The fate of a request. */
  enum Fate {
    CUT,
    SLOW,
    TWICE,
    HALF_ANSWERED,
    UNANSWERED,
    STRAIGHT
  }

  Wire(int to, long seed) {
    this.to = to;
    this.random = new Random(seed);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  /**
   * Decides the fate of a request.
   *
   * @param line its first characters
   */
  abstract Fate fate(String line);

  /** Whether anything passes. */
  boolean stands() {
    return true;
  }

  /** The answer with the fault applied to it. */
  byte[] answered(String line, byte[] answer) throws InterruptedException {
    return answer;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Number of requests that were not forwarded unchanged. */
  int bent() {
    return bent.get();
  }

  /** Draws a fate; the remaining share of the total is forwarded unchanged. */
  synchronized Fate draw(int of) {
    return switch (random.nextInt(of)) {
      case 0 -> Fate.CUT;
      case 1 -> Fate.TWICE;
      case 2 -> Fate.HALF_ANSWERED;
      case 3 -> Fate.UNANSWERED;
      default -> Fate.STRAIGHT;
    };
  }

  /** Holds the traffic for a while, or until the proxy is closed. */
  private void delay() throws IOException, InterruptedException {
    if (closed.await(DELAYS[below(DELAYS.length)], TimeUnit.SECONDS)) {
      throw new IOException("The proxy was closed meanwhile.");
    }
  }

  /** A number from zero up to the given limit, from the seed. */
  synchronized int below(int number) {
    return random.nextInt(number);
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        threads.execute(() -> pass(from));
      } catch (IOException shut) {
        return;
      }
    }
  }

  private void pass(Socket from) {
    try (from) {
      from.setSoTimeout(WAIT_MILLIS);
      if (!stands()) {
        return;
      }
      byte[] request = message(from.getInputStream());
      String line = new String(request, 0, Math.min(request.length, LINE), StandardCharsets.UTF_8);
      Fate fate = fate(line);
      if (fate != Fate.STRAIGHT) {
        bent.incrementAndGet();
      }
      if (fate == Fate.CUT) {
        // half of it arrives, then the connection is dead
        send(request, request.length / 2);
        return;
      }
      if (fate == Fate.SLOW) {
        delay();
      }
      byte[] answer = send(request, request.length);
      if (fate == Fate.TWICE) {
        answer = send(request, request.length);
      }
      answer = answered(line, answer);
      if (stands() && fate != Fate.UNANSWERED) {
        int whole = fate == Fate.HALF_ANSWERED ? answer.length / 2 : answer.length;
        from.getOutputStream().write(answer, 0, whole);
        from.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // the other side receives nothing
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the first bytes of a request, and returns the whole answer. */
  private byte[] send(byte[] request, int bytes) throws IOException {
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), to)) {
      there.setSoTimeout(WAIT_MILLIS);
      there.getOutputStream().write(request, 0, bytes);
      there.getOutputStream().flush();
      return bytes < request.length ? new byte[0] : there.getInputStream().readAllBytes();
    }
  }

  /** A request, changed to ask for an uncompressed answer and to close the connection. */
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The line ended within the head.");
      }
      head.write(next);
      ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
    }
    String said = head.toString(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(
        said.replaceAll("(?i)\r\n(connection|accept-encoding):[^\r]*", "")
            .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    Matcher length = LENGTH.matcher(said);
    if (length.find()) {
      whole.write(in.readNBytes(Integer.parseInt(length.group(1))));
    }
    return whole.toByteArray();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    door.close();
    threads.shutdownNow();
  }
}
