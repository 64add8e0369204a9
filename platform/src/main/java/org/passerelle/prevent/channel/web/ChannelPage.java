package org.passerelle.prevent.channel.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.channel.ChannelPartner;

/**
 * A partner with the partnership on which its channel rests.
 *
 * @param rests name of the partnership
 * @param href its page, or empty if it no longer stands in the register
 * @param inForce whether the partnership is in force
 * @param choices partnerships that are in force
 * @param token a token that was just issued, or empty
 * @param form what was typed
 */
public record ChannelPage(
    ChannelPartner partner,
    String rests,
    String href,
    boolean inForce,
    List<Option> choices,
    String token,
    Filled form) {
  public ChannelPage {
    choices = List.copyOf(choices);
  }

  /** Key of the state of the channel in the language files. */
  public String state() {
    return partner.isEnded()
        ? "channel.state.closed"
        : inForce ? "channel.state.open" : "channel.state.refused";
  }
}
