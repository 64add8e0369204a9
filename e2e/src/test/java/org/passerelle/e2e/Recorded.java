package org.passerelle.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy to a server of this machine that records every byte that was sent to it. */
final class Recorded implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ByteArrayOutputStream> connections = new CopyOnWriteArrayList<>();

  Recorded(int to) {
    this.to = to;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** What was sent so far, by connection. */
  List<byte[]> sent() {
    return connections.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  /** Forgets what was sent so far. */
  void forget() {
    connections.forEach(ByteArrayOutputStream::reset);
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        connections.add(record);
        threads.execute(() -> pass(client, server, record));
        threads.execute(() -> pass(server, client, OutputStream.nullOutputStream()));
      } catch (IOException closed) {
        // by the test, or the server is gone
      }
    }
  }

  private static void pass(Socket from, Socket to, OutputStream record) {
    byte[] some = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        record.write(some, 0, read);
        to.getOutputStream().write(some, 0, read);
      }
    } catch (IOException ended) {
      // either side ended the connection
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
