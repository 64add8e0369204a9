package org.passerelle.partner.nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.passerelle.testing.FreePorts;

/** The way to a node, which a test cuts, bends or listens to. */
public final class Wire implements AutoCloseable {
  /** What becomes of what is sent. */
  public enum Mode {
    /** It arrives, and so does the answer. */
    WHOLE,
    /** It arrives, the answer does not. */
    NO_ANSWER,
    /** It arrives twice. */
    TWICE,
    /** Nothing arrives, the answer is nonsense. */
    GARBAGE,
    /** Nothing arrives, the answer is nonsense that calls itself a receipt and never ends. */
    FLOOD,
    /** Nothing arrives, the answer leads elsewhere. */
    ELSEWHERE,
    /** Nothing arrives and nothing is answered until it is let go. */
    SILENT
  }

  private final int port;
  private HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<Double> took = new CopyOnWriteArrayList<>();
  private final LongAdder octets = new LongAdder();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private volatile Mode mode = Mode.WHOLE;
  private volatile String target = "";

  public Wire() {
    // it opens again at the same address
    port = FreePorts.next();
    server = open(port);
  }

  private HttpServer open(int at) {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
      made.setExecutor(threads);
      made.createContext("/", this::pass);
      made.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody is there any more. */
  public void cut() {
    server.stop(0);
  }

  /** Somebody is there again, at the same address. */
  public void mend() {
    server = open(port);
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public Wire to(String address) {
    target = address;
    return this;
  }

  public void mode(Mode next) {
    mode = next;
  }

  /** Everything that was sent, in its order. */
  public List<String> passed() {
    return passed;
  }

  /** Where it was sent to, below the address. */
  public List<String> paths() {
    return paths;
  }

  /** How many octets of bodies went either way. */
  long octets() {
    return octets.sum();
  }

  /** How long each that arrived took until its answer, in milliseconds. */
  List<Double> took() {
    return took;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      long began = System.nanoTime();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      passed.add(body);
      octets.add(body.length());
      paths.add(exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().add("Connection", "close");
      Mode now = mode;
      switch (now) {
        case GARBAGE -> answer(exchange, 200, "text/html", "<html>captive portal</html>");
        case FLOOD -> {
          exchange.getResponseHeaders().add("Content-Type", "application/jose");
          exchange.sendResponseHeaders(200, 0);
          byte[] much = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 100_000; i++) {
            exchange.getResponseBody().write(much);
          }
        }
        case ELSEWHERE -> {
          exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
        }
        case SILENT -> letGo.await();
        default -> {
          HttpResponse<String> first = send(exchange, body);
          HttpResponse<String> last = now == Mode.TWICE ? send(exchange, body) : first;
          took.add((System.nanoTime() - began) / 1e6);
          if (now != Mode.NO_ANSWER) {
            answer(
                exchange,
                first.statusCode(),
                first.headers().firstValue("Content-Type").orElse("text/plain"),
                last.statusCode() > 0 ? first.body() : "");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(HttpExchange exchange, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    octets.add(bytes.length);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    letGo.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
