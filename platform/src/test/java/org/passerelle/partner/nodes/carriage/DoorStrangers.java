package org.passerelle.partner.nodes.carriage;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.passerelle.gate.NodeDoor;

/**
 * The crowd of {@link DoorRate}, in a process of its own and from an address of its own: {@code
 * DoorStrangers PORT FILE HOW-MANY}. Each has one connection from 127.0.0.2, brings the envelopes
 * of the file one after the other, a line each, and pauses after each answer as long as a round of
 * the network takes. Ends with its input; then prints how many answers it had of each status, and
 * its CPU seconds.
 */
final class DoorStrangers {
  private static final int ROUND_MS = 20;
  private static final byte[] THEIRS = {127, 0, 0, 2};
  private final int port;
  private final List<byte[]> requests;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  private DoorStrangers(int port, List<String> envelopes) {
    this.port = port;
    this.requests = envelopes.stream().map(DoorStrangers::request).toList();
  }

  /** Arguments as above. */
  public static void main(String[] arguments) throws Exception {
    DoorStrangers crowd =
        new DoorStrangers(
            Integer.parseInt(arguments[0]), Files.readAllLines(Path.of(arguments[1])));
    int many = Integer.parseInt(arguments[2]);
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(many);
    List<Future<?>> coming = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      coming.add(
          threads.scheduleWithFixedDelay(crowd.new Stranger(), 0, ROUND_MS, TimeUnit.MILLISECONDS));
    }
    while (System.in.read() >= 0) {
      // until whoever began this ends it
    }
    synchronized (crowd.answers) {
      System.out.printf(
          "%s, %.1f s of CPU%n",
          crowd.answers,
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
    }
    coming.forEach(one -> one.cancel(true));
    System.exit(0);
  }

  private static byte[] request(String envelope) {
    return """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(NodeDoor.PATH, NodeDoor.TYPE, envelope.length(), envelope)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** One of them, with their connection. */
  private final class Stranger implements Runnable {
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    /** Brings one envelope; comes again where the house has closed the connection, as it does. */
    @Override
    public void run() {
      try {
        Socket open = socket == null ? connected() : socket;
        open.getOutputStream()
            .write(requests.get(Math.floorMod(next.getAndIncrement(), requests.size())));
        count(status(in));
      } catch (IOException closed) {
        socket = null;
      }
    }

    private Socket connected() throws IOException {
      Socket made = new Socket();
      made.bind(new InetSocketAddress(InetAddress.getByAddress(THEIRS), 0));
      made.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      in = new BufferedInputStream(made.getInputStream());
      socket = made;
      return made;
    }
  }

  private void count(int status) {
    synchronized (answers) {
      answers.merge(status, 1, Integer::sum);
    }
  }

  /** Reads one answer to its end. */
  private static int status(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", -1)[1]);
    int length = 0;
    boolean parts = false;
    for (String head = line(in); !head.isEmpty(); head = line(in)) {
      String small = head.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        length = Integer.parseInt(small.substring(small.indexOf(':') + 1).strip());
      }
      parts |= small.startsWith("transfer-encoding: chunked");
    }
    if (!parts) {
      in.skipNBytes(length);
      return status;
    }
    for (int part = 1; part > 0; ) {
      part = Integer.parseInt(line(in), 16);
      in.skipNBytes(part);
      line(in);
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0) {
        throw new EOFException();
      }
      if (sign != '\r') {
        line.append((char) sign);
      }
    }
    return line.toString();
  }
}
