package org.passerelle.partner.nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.House;

/** A partner that takes whatever it is sent, and answers once a test lets it. */
final class SlowNode implements AutoCloseable {
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final StubNode node;

  SlowNode(House house) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    node = new StubNode(house, "http://127.0.0.1:" + server.getAddress().getPort());
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  StubNode node() {
    return node;
  }

  /** How many envelopes came to it. */
  int arrived() {
    return arrived.get();
  }

  /** How many of them it has answered. */
  int answered() {
    return answered.get();
  }

  /** From now on it answers at once, also what waits. */
  void letGo() {
    letGo.countDown();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sealed =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
      arrived.incrementAndGet();
      letGo.await();
      byte[] receipt = node.receipt(sealed).getBytes(StandardCharsets.US_ASCII);
      answered.incrementAndGet();
      exchange.getResponseHeaders().add("Content-Type", NodeDoor.TYPE);
      exchange.sendResponseHeaders(200, receipt.length);
      exchange.getResponseBody().write(receipt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letGo.countDown();
    node.end();
    server.stop(0);
    threads.shutdownNow();
  }
}
