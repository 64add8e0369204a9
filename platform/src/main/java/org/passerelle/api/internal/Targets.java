package org.passerelle.api.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.passerelle.PlatformSettings;
import org.passerelle.pages.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the house may call: public ones by https. Networks of its own only where the
 * operator allowed it, so that nobody uses the house to reach what only it can reach; a
 * demonstration may call this machine.
 */
@Component
class Targets {
  private static final int LAST_PORT = 65_535;
  private final boolean own;

  Targets(
      PlatformSettings settings,
      @Value("${passerelle.webhooks-to-own-network:false}") boolean allowed) {
    this.own = allowed || settings.demo();
  }

  /** Whether an address may be called now; asked again at each attempt, since names move. */
  URI check(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      boolean web = "https".equals(uri.getScheme()) || (own && "http".equals(uri.getScheme()));
      boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= LAST_PORT);
      if (!web || !port || host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
        throw new Refused("api.refused.url");
      }
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!own && OwnNetwork.holds(address)) {
          throw new Refused("api.refused.own-network");
        }
      }
      return uri;
    } catch (URISyntaxException | UnknownHostException e) {
      throw new Refused("api.refused.url");
    }
  }
}
