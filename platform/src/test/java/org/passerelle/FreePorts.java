package org.passerelle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers whose address must be known before they open, or that open again where they
 * were: below those that the system gives to outgoing connections, and each process begins
 * elsewhere. Whatever else opens a server asks for port 0.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int MANY = 12_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * 7_919, MANY));

  private FreePorts() {}

  /** One that nobody listens at. */
  public static int next() {
    for (int tries = 0; tries < MANY; tries++) {
      int port = FIRST + NEXT.getAndIncrement() % MANY;
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
    throw new IllegalStateException("No port from %d on is free.".formatted(FIRST));
  }
}
