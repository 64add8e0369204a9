package org.passerelle.partner.nodes.trust;

import java.net.URI;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.OutwardAddress;
import org.passerelle.gate.OutwardAddress.Reach;
import org.passerelle.gate.OutwardAddress.Verdict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Permitted addresses of other nodes: public addresses by https; in private networks only if the
 * operator allows it ({@code passerelle.nodes-on-own-network}); by http on this machine alone, in a
 * demonstration or if {@code passerelle.nodes-by-loopback} allows it.
 */
@Component
public class NodeAddresses {
  private final Reach reach;

  NodeAddresses(
      PlatformSettings settings,
      @Value("${passerelle.nodes-on-own-network:false}") boolean own,
      @Value("${passerelle.nodes-by-loopback:false}") boolean loopback) {
    this.reach =
        settings.demo() || loopback ? Reach.LOOPBACK_PLAIN : own ? Reach.OWN_NETWORK : Reach.PUBLIC;
  }

  /** Whether an address may be called now; checked again at each call, since DNS entries change. */
  public Verdict check(URI address) {
    return OutwardAddress.check(address.toString(), reach);
  }
}
