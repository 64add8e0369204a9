package org.passerelle.api.internal;

import java.net.URI;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.OutwardAddress;
import org.passerelle.refusal.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Permitted webhook addresses: public ones, and private networks only if the operator allows it; a
 * demonstration may call this machine.
 */
@Component
class Targets {
  private final OutwardAddress.Reach reach;

  Targets(
      PlatformSettings settings,
      @Value("${passerelle.webhooks-to-own-network:false}") boolean allowed) {
    this.reach =
        allowed || settings.demo() ? OutwardAddress.Reach.ANYWHERE : OutwardAddress.Reach.PUBLIC;
  }

  /**
   * Whether an address may be called now; checked again at each attempt, since DNS entries change.
   */
  URI check(String url) {
    return switch (OutwardAddress.check(url, reach)) {
      case FINE -> URI.create(url);
      case OWN_NETWORK -> throw new Refused("api.refused.own-network");
      case NO_ADDRESS -> throw new Refused("api.refused.url");
    };
  }
}
