package org.passerelle.cli;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;

/** A public address as typed by the operator. */
final class Addresses {
  private Addresses() {}

  static void check(@Nullable String address) {
    check(address, "--address");
  }

  static void check(@Nullable String address, String option) {
    if (address == null) {
      return;
    }
    try {
      URI uri = new URI(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getPath().matches("/*") && uri.getQuery() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      // falls through to the exception below
    }
    throw new BadInput(
        "%s takes an address such as https://passerelle.example, not %s."
            .formatted(option, address));
  }
}
