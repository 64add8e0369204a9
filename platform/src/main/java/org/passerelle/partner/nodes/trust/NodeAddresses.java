package org.passerelle.partner.nodes.trust;

import java.net.URI;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.OutwardAddress;
import org.passerelle.gate.OutwardAddress.Reach;
import org.passerelle.gate.OutwardAddress.Verdict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where other nodes may be: at public addresses by https; in networks of one's own only where the
 * operator says so ({@code passerelle.nodes-on-own-network}); by http on this machine alone, in a
 * demonstration or where {@code passerelle.nodes-by-loopback} says so.
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

  /** Whether an address may be called now; asked again at each call, since names move. */
  public Verdict check(URI address) {
    return OutwardAddress.check(address.toString(), reach);
  }
}
