package org.passerelle.prevent.channel.web;

import java.io.Serializable;
import java.time.Instant;
import org.passerelle.prevent.channel.ChannelVisit;

/** A partner who entered with a token on the page, until the visit ends. */
record PartnerInside(ChannelVisit visit, Instant until) implements Serializable {
  private static final long serialVersionUID = 1;
}
