package org.passerelle.house.notices;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.Relay;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.NoticeSettings;
import org.passerelle.notice.NoticeSettingsStore;
import org.passerelle.notice.Notifier;
import org.passerelle.notice.push.PushDevices;
import org.passerelle.notice.push.SenderKey;
import org.passerelle.pages.Act;
import org.passerelle.pages.Browsers;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Settings of notices: by what means, on what occasions and at what times. */
@Controller
@Allowed
class NoticePages {
  private static final String HERE = "/account/notices";
  private static final int LONGEST = 200;
  private static final Set<String> KINDS =
      Arrays.stream(NoticeKind.values()).map(NoticeKind::code).collect(Collectors.toSet());
  private final NoticeSettingsStore noticeSettingsStore;
  private final SeenRows rows;
  private final PushDevices devices;
  private final SenderKey key;
  private final Notifier notifier;
  private final Relay relay;

  NoticePages(
      NoticeSettingsStore noticeSettingsStore,
      SeenRows rows,
      PushDevices devices,
      SenderKey key,
      Notifier notifier,
      Relay relay) {
    this.noticeSettingsStore = noticeSettingsStore;
    this.rows = rows;
    this.devices = devices;
    this.key = key;
    this.notifier = notifier;
    this.relay = relay;
  }

  @GetMapping(HERE)
  String show(Act act) {
    NoticeSettings noticeSettings = noticeSettingsStore.of(act.who().user());
    NoticeSettings.Quiet quiet = noticeSettings.quiet();
    Filled stored =
        Filled.with(
            Map.of(
                "mail",
                noticeSettings.mail(),
                "from",
                quiet == null ? "" : quiet.from().toString(),
                "until",
                quiet == null ? "" : quiet.until().toString()));
    act.form(
        stored
            .and("byMail", codes(noticeSettings.byMail()))
            .and("onDevices", codes(noticeSettings.onDevices())));
    List<Option> kinds =
        Arrays.stream(NoticeKind.values())
            .map(kind -> new Option(kind.code(), act.text("notice.kind." + kind.code())))
            .toList();
    return act.show(
        "house/accounts/notices",
        new NoticePage(kinds, devices.of(act.who().user()), key.open(), relay.there()));
  }

  private static List<String> codes(Set<NoticeKind> kinds) {
    return kinds.stream().map(NoticeKind::code).toList();
  }

  @PostMapping(HERE)
  String want(Act act) {
    Filled form = act.form();
    String mail = form.text("mail", LONGEST);
    if (!mail.isEmpty() && !MailAddress.is(mail)) {
      form.errors().add("mail", "notice.error.mail");
    }
    Set<NoticeKind> byMail =
        NoticeSettingsStore.kinds(String.join(",", form.codes("byMail", KINDS)));
    Set<NoticeKind> onDevices =
        NoticeSettingsStore.kinds(String.join(",", form.codes("onDevices", KINDS)));
    NoticeSettings.Quiet quiet = quiet(form);
    return act.submit(
        () -> show(act),
        () -> {
          UUID user = act.who().user();
          noticeSettingsStore.want(new NoticeSettings(user, mail, byMail, onDevices, quiet));
          follow(user);
          act.notice("good", "notice.kept");
          return HERE;
        });
  }

  private static NoticeSettings.@Nullable Quiet quiet(Filled form) {
    Optional<LocalTime> from = Hour.of(form, "from");
    Optional<LocalTime> until = Hour.of(form, "until");
    if (form.errors().isEmpty() && (from.isPresent() != until.isPresent() || same(from, until))) {
      form.errors().add(from.isPresent() ? "until" : "from", "notice.error.quiet");
    }
    return from.isEmpty() || until.isEmpty()
        ? null
        : new NoticeSettings.Quiet(from.get(), until.get());
  }

  private static boolean same(Optional<LocalTime> from, Optional<LocalTime> until) {
    return from.isPresent() && from.equals(until);
  }

  @PostMapping(HERE + "/devices")
  String add(Act act) {
    Filled form = act.form();
    String endpoint = form.neededText("endpoint", PushDevices.LONGEST);
    String browserKey = form.neededText("key", LONGEST);
    String secret = form.neededText("secret", LONGEST);
    return act.submit(
        () -> show(act),
        () -> {
          UUID user = act.who().user();
          devices.add(user, endpoint, browserKey, secret, Browsers.name(act.request()));
          follow(user);
          act.notice("good", "notice.device.added");
          return HERE;
        });
  }

  @PostMapping(HERE + "/devices/{id}/remove")
  String remove(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          devices.remove(act.who().user(), id);
          follow(act.who().user());
          act.notice("good", "notice.device.removed");
          return HERE;
        });
  }

  /** Sends a test notice, so that nobody finds out at night that notices do not arrive. */
  @PostMapping(HERE + "/try")
  String attempt(Act act) {
    return act.once(
        HERE,
        () -> {
          boolean told = notifier.attempt(act.who().user());
          act.notice(told ? "good" : "warn", told ? "notice.tried" : "notice.tried.none");
        });
  }

  private void follow(UUID user) {
    NoticeSettings noticeSettings = noticeSettingsStore.of(user);
    rows.follow(user, !noticeSettings.mail().isEmpty() || !devices.of(user).isEmpty());
  }
}
