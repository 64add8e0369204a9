package org.passerelle.notice;

import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.mail.Relay;
import org.passerelle.notice.push.PushDevices;
import org.passerelle.notice.push.PushSender;
import org.passerelle.pages.Reader;
import org.passerelle.storage.House;

/** Notifiers of tests. */
public final class Notifiers {
  private Notifiers() {}

  /** As the house's own, with another relay. */
  public static Notifier over(House house, Relay relay) {
    return new Notifier(
        house.get(NoticeSettingsStore.class),
        house.get(Users.class),
        house.get(PushDevices.class),
        house.get(PushSender.class),
        relay,
        house.get(Languages.class),
        house.get(Reader.class),
        house.clock());
  }
}
