package org.passerelle.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.mail.Relay;
import org.passerelle.notice.push.PushDevices;
import org.passerelle.notice.push.PushSender;
import org.passerelle.pages.Reader;
import org.springframework.stereotype.Component;

/**
 * Notifies a user that something is waiting, and since when, by the means they chose. A notice
 * never says what it is, whom it concerns or where to read it.
 */
@Component
public class Notifier {
  private final NoticeSettingsStore noticeSettingsStore;
  private final Users users;
  private final PushDevices devices;
  private final PushSender push;
  private final Relay relay;
  private final Languages languages;
  private final Reader reader;
  private final Clock clock;

  Notifier(
      NoticeSettingsStore noticeSettingsStore,
      Users users,
      PushDevices devices,
      PushSender push,
      Relay relay,
      Languages languages,
      Reader reader,
      Clock clock) {
    this.noticeSettingsStore = noticeSettingsStore;
    this.users = users;
    this.devices = devices;
    this.push = push;
    this.relay = relay;
    this.languages = languages;
    this.reader = reader;
    this.clock = clock;
  }

  /** Result of a notification. */
  public enum Told {
    /** It was accepted by at least one means. */
    YES,
    /** They do not want this kind, or cannot be reached. */
    UNWANTED,
    /** It is within their quiet hours. */
    LATER,
    /** No means accepted it now. */
    FAILED
  }

  /** Whether a user can be notified of a kind at all. */
  public boolean reaches(User user, NoticeKind kind) {
    NoticeSettings noticeSettings = noticeSettingsStore.of(user.id());
    return (relay.there() && noticeSettings.mails(kind))
        || (noticeSettings.onDevices().contains(kind) && !devices.of(user.id()).isEmpty());
  }

  /**
   * Notifies a user. Sends at once, so call it outside any transaction.
   *
   * @param since the time since which it has been waiting
   */
  public Told tell(User user, NoticeKind kind, Instant since) {
    if (!user.active() || !reaches(user, kind)) {
      return Told.UNWANTED;
    }
    NoticeSettings noticeSettings = noticeSettingsStore.of(user.id());
    ZoneId zone = reader.of(user.organisation()).zone();
    NoticeSettings.Quiet quiet = noticeSettings.quiet();
    if (kind.canWait()
        && quiet != null
        && quiet.holds(clock.instant().atZone(zone).toLocalTime())) {
      return Told.LATER;
    }
    Texts texts = languages.texts(languages.byTag(user.language()));
    String text = texts.text("notice." + kind.code(), moment(texts, zone, since));
    boolean device = noticeSettings.onDevices().contains(kind);
    return sent(noticeSettings, device, noticeSettings.mails(kind), kind, texts, text)
        ? Told.YES
        : Told.FAILED;
  }

  private boolean sent(
      NoticeSettings noticeSettings,
      boolean device,
      boolean mail,
      NoticeKind kind,
      Texts texts,
      String text) {
    String subject = texts.text("notice.subject");
    boolean told = device && push.send(devices.of(noticeSettings.user()), subject, text, kind);
    if (mail) {
      told |=
          relay.send(noticeSettings.mail(), subject, text + "\n\n" + texts.text("notice.mail.end"));
    }
    return told;
  }

  /** Sends a test notice by every means the user has enabled; returns whether one accepted it. */
  public boolean attempt(UUID user) {
    Optional<User> found = users.find(user);
    if (found.isEmpty()) {
      return false;
    }
    NoticeSettings noticeSettings = noticeSettingsStore.of(user);
    Texts texts = languages.texts(languages.byTag(found.get().language()));
    return sent(
        noticeSettings,
        true,
        !noticeSettings.mail().isEmpty(),
        NoticeKind.WAITING,
        texts,
        texts.text("notice.try"));
  }

  private String moment(Texts texts, ZoneId zone, Instant since) {
    return new Moments(texts, zone, clock).instant(since);
  }
}
