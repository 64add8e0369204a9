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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way between two nodes, byte by byte, that cuts requests, truncates answers, sends a request
 * twice, and lets the rest pass, by a seed. One request for each connection.
 */
final class BadWire implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
  private static final int WAIT_MILLIS = 25_000;
  private final ServerSocket door;
  private final int to;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger bent = new AtomicInteger();
  private volatile boolean straight;

  BadWire(int to, long seed) {
    this.to = to;
    this.random = new Random(seed);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many requests did not pass as they were. */
  int bent() {
    return bent.get();
  }

  /** From now on everything passes. */
  void straight() {
    straight = true;
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        threads.execute(() -> pass(from));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private synchronized int draw(int most) {
    return random.nextInt(most);
  }

  private void pass(Socket from) {
    try (from) {
      from.setSoTimeout(WAIT_MILLIS);
      byte[] request = message(from.getInputStream());
      int how = straight ? 9 : draw(10);
      if (how < 4) {
        bent.incrementAndGet();
      }
      if (how == 0) {
        // half of it arrives, then the line is dead
        send(request, request.length / 2);
        return;
      }
      byte[] answer = send(request, request.length);
      if (how == 1) {
        answer = send(request, request.length);
      }
      int whole = how == 2 ? answer.length / 2 : how == 3 ? 0 : answer.length;
      from.getOutputStream().write(answer, 0, whole);
      from.getOutputStream().flush();
    } catch (IOException gone) {
      // the other side hears nothing
    }
  }

  /** Sends the first bytes of a request, and gives the answer if it was whole. */
  private byte[] send(byte[] request, int bytes) throws IOException {
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), to)) {
      there.setSoTimeout(WAIT_MILLIS);
      there.getOutputStream().write(request, 0, bytes);
      there.getOutputStream().flush();
      return bytes < request.length ? new byte[0] : message(there.getInputStream());
    }
  }

  /** A message of HTTP with its head and the body that the head announces. */
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The line ended within the head.");
      }
      read.write(next);
    }
    Matcher length = LENGTH.matcher(read.toString(StandardCharsets.ISO_8859_1));
    if (length.find()) {
      read.write(in.readNBytes(Integer.parseInt(length.group(1))));
    }
    return read.toByteArray();
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
