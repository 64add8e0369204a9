package org.passerelle.prevent.channel;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Mentions;
import org.springframework.stereotype.Component;

/**
 * Channels on the page of the partnership on which they rest, for the team that has them; it stays
 * in the register as long as one does.
 */
@Component
class ChannelMentions implements Mentions {
  private final ChannelRows rows;

  ChannelMentions(ChannelRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Mention> of(Entry entry, SignedIn who, Page page) {
    if (!isPartnership(entry) || !who.is(Role.TRIAGE_OFFICER)) {
      return List.of();
    }
    return rows.of(who.organisation()).stream()
        .filter(partner -> partner.partnership().equals(entry.id()) && !partner.isEnded())
        .map(
            partner ->
                new Mention(
                    page.text("channel.title"),
                    partner.name(),
                    "/prevent/channels/" + partner.id()))
        .toList();
  }

  @Override
  public Optional<String> keeps(Entry entry, Facts facts) {
    return isPartnership(entry) && rows.rest(entry.id())
        ? Optional.of("channel.refused.partnership-used")
        : Optional.empty();
  }

  private static boolean isPartnership(Entry entry) {
    return entry.kind().id().equals(Partnerships.KIND);
  }
}
