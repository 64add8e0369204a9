package org.passerelle.gate;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Which addresses the house calls by itself, asked again at each attempt, since names move: public
 * ones by https. What only the house can reach is called only where the operator allowed it, so
 * that nobody uses the house to get there. The one rule for webhooks and for other nodes.
 */
public final class OutwardAddress {
  private static final int LAST_PORT = 65_535;

  private OutwardAddress() {}

  /** How far the operator lets the house go. */
  public enum Reach {
    /** Public addresses by https. */
    PUBLIC,
    /** Networks of one's own too, by https. */
    OWN_NETWORK,
    /** The same, and http to this machine. */
    LOOPBACK_PLAIN,
    /** Everything, also by http. */
    ANYWHERE
  }

  /** What became of the check. */
  public enum Verdict {
    /** It may be called. */
    FINE,
    /** It is no such address, or its host has no address now. */
    NO_ADDRESS,
    /** It lies in a network of one's own. */
    OWN_NETWORK
  }

  /**
   * Whether an address may be called now. Resolves the name, which may take seconds.
   *
   * @param url as somebody wrote it
   */
  public static Verdict check(String url, Reach reach) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= LAST_PORT);
      if (!port || host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
        return Verdict.NO_ADDRESS;
      }
      boolean plain = "http".equals(uri.getScheme());
      if (!plain && !"https".equals(uri.getScheme())) {
        return Verdict.NO_ADDRESS;
      }
      for (InetAddress address : InetAddress.getAllByName(host)) {
        boolean here = reach == Reach.LOOPBACK_PLAIN && address.isLoopbackAddress();
        if (plain && reach != Reach.ANYWHERE && !here) {
          return Verdict.NO_ADDRESS;
        }
        if (reach == Reach.PUBLIC && OwnNetwork.holds(address)) {
          return Verdict.OWN_NETWORK;
        }
      }
      return Verdict.FINE;
    } catch (URISyntaxException | UnknownHostException e) {
      return Verdict.NO_ADDRESS;
    }
  }
}
