package org.passerelle.gate;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * The rule for addresses that the server calls by itself, checked again at each attempt, since DNS
 * entries change: public ones by https. Addresses in private networks are called only if the
 * operator allows it, so that nobody can use the server to reach them. The single rule for webhooks
 * and for other nodes.
 */
public final class OutwardAddress {
  private static final int LAST_PORT = 65_535;

  private OutwardAddress() {}

  /** How far the operator allows calls. */
  public enum Reach {
    /** Public addresses by https. */
    PUBLIC,
    /** Private networks too, by https. */
    OWN_NETWORK,
    /** The same, and http to this machine. */
    LOOPBACK_PLAIN,
    /** Any address, also by http. */
    ANYWHERE
  }

  /** Result of the check. */
  public enum Verdict {
    /** It may be called. */
    FINE,
    /** It is not such an address, or its host has no address now. */
    NO_ADDRESS,
    /** It is in a private network. */
    OWN_NETWORK
  }

  /**
   * Whether an address may be called now. Resolves the name, which may take seconds.
   *
   * @param url as entered
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
