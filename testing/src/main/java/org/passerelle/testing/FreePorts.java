package org.passerelle.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers whose address others must know before they start: below the ephemeral range of
 * the system, and starting at a different number in each process. Any other server uses port 0.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int MANY = 12_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * 7_919, MANY));

  private FreePorts() {}

  /** An unused port. */
  public static int next() {
    return row(1);
  }

  /** The first of several consecutive unused ports. */
  public static int row(int length) {
    for (int tries = 0; tries < MANY; tries += length) {
      int first = FIRST + NEXT.getAndAdd(length) % MANY;
      int free = 0;
      while (free < length && isFree(first + free)) {
        free++;
      }
      if (free == length) {
        return first;
      }
    }
    throw new IllegalStateException("No %d ports from %d on are free.".formatted(length, FIRST));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
