package org.passerelle.prevent.channel.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prevent.channel.ChannelPartner;
import org.passerelle.prevent.channel.Channels;
import org.passerelle.prevent.channel.Partnerships;
import org.springframework.stereotype.Component;

/** Today page: channels whose partnership ends within a month, or no longer holds. */
@Component
class ChannelsToday implements Today {
  private static final int DAYS = 30;
  private final Channels channels;
  private final Partnerships partnerships;

  ChannelsToday(Channels channels, Partnerships partnerships) {
    this.channels = channels;
    this.partnerships = partnerships;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.TRIAGE_OFFICER)) {
      return List.of();
    }
    return channels.list(who).stream()
        .filter(partner -> !partner.isEnded())
        .flatMap(partner -> item(partner, page))
        .toList();
  }

  private Stream<Item> item(ChannelPartner partner, Page page) {
    String at = ChannelsController.HERE + "/" + partner.id();
    String open = page.text("home.open");
    if (!partnerships.isInForce(partner.partnership())) {
      return Stream.of(
          Item.open(
              page.text("channel.today.refused", partner.name()),
              page.text("channel.today.refused.what"),
              at,
              open,
              page));
    }
    LocalDate last = page.moments().today().plusDays(DAYS);
    return partnerships.find(partner.partnership()).stream()
        .flatMap(entry -> Partnerships.until(entry).stream())
        .filter(until -> !until.isAfter(last))
        .map(
            until ->
                new Item(
                    page.moments().due(until),
                    page.text("channel.today.ends", partner.name()),
                    page.text("channel.today.ends.what", page.moments().date(until)),
                    at,
                    open));
  }
}
