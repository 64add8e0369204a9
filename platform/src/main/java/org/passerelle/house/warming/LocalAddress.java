package org.passerelle.house.warming;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Requests the public pages over the network, so that the web server, the security rules and the
 * sign-in page are warm, too. Skipped if the server itself speaks TLS: the certificate is for the
 * public host name.
 */
@Component
class LocalAddress {
  private static final Logger LOG = LoggerFactory.getLogger(LocalAddress.class);
  private static final int PATIENCE_MILLIS = 2_000;
  private static final List<String> OPEN =
      List.of("/sign-in", "/", "/health", "/passerelle.css", "/house.css");
  private final Environment settings;

  LocalAddress(Environment settings) {
    this.settings = settings;
  }

  /** Requests each page once. */
  void knock() {
    String port = settings.getProperty("local.server.port", "");
    boolean tls =
        settings.containsProperty("server.ssl.bundle")
            || settings.containsProperty("server.ssl.certificate");
    if (tls || port.isEmpty()) {
      return;
    }
    try {
      InetAddress where = InetAddress.getByName(settings.getProperty("server.address", ""));
      InetAddress here = where.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : where;
      for (String path : OPEN) {
        ask(new URI("http", null, host(here), Integer.parseInt(port), path, null, null));
      }
    } catch (IOException | java.net.URISyntaxException e) {
      LOG.debug("The server cannot request pages from itself.", e);
    }
  }

  private static String host(InetAddress address) {
    String written = address.getHostAddress();
    return written.contains(":") ? "[" + written + "]" : written;
  }

  private static void ask(URI address) throws IOException {
    HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    call.setInstanceFollowRedirects(false);
    call.setConnectTimeout(PATIENCE_MILLIS);
    call.setReadTimeout(PATIENCE_MILLIS);
    if (call.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
      call.getInputStream().readAllBytes();
    }
    call.disconnect();
  }
}
