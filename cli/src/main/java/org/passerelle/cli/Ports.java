package org.passerelle.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.passerelle.cli.terminal.BadInput;

/** Checks that the server can listen on the requested address. */
final class Ports {
  private Ports() {}

  static InetAddress resolve(String listen) {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw new BadInput("--listen takes an address of this machine, not " + listen + ".");
    }
  }

  static void check(InetAddress where, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(where, port));
    } catch (BindException e) {
      String said = String.valueOf(e.getMessage());
      if (said.contains("in use")) {
        throw new BadInput(
            "Port %d is in use by another program. Maybe choose another with --port."
                .formatted(port));
      }
      throw new BadInput(
          "Port %d of %s cannot be opened: %s.".formatted(port, where.getHostAddress(), said));
    } catch (IOException e) {
      throw new BadInput(
          "Port %d of %s cannot be opened: %s."
              .formatted(port, where.getHostAddress(), e.getMessage()));
    }
  }
}
