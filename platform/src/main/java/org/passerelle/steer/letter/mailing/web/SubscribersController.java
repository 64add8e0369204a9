package org.passerelle.steer.letter.mailing.web;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.mail.MailAddress;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.mailing.Sendings;
import org.passerelle.steer.letter.mailing.Subscriber;
import org.passerelle.steer.letter.mailing.Subscribers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Counts of subscribers, the sending of an issue, and an address that a reader or a mail names. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class SubscribersController {
  private static final String HERE = "/steer/letters/subscribers";
  private static final String ADDRESS = "address";
  private static final int LONGEST = 254;
  private final Subscribers subscribers;
  private final Sendings sendings;
  private final Releases releases;
  private final Register register;

  SubscribersController(
      Subscribers subscribers, Sendings sendings, Releases releases, Register register) {
    this.subscribers = subscribers;
    this.sendings = sendings;
    this.releases = releases;
    this.register = register;
  }

  @GetMapping(HERE)
  @StrategyReaders
  String show(Act act) {
    act.form(Map.of());
    return page(act);
  }

  private String page(Act act) {
    Map<String, Integer> confirmed = subscribers.confirmed();
    Map<String, Integer> unconfirmed = subscribers.unconfirmed();
    List<SubscribersPage.Line> languages =
        Composer.LANGUAGES.stream()
            .map(
                tag ->
                    new SubscribersPage.Line(
                        tag, confirmed.getOrDefault(tag, 0), unconfirmed.getOrDefault(tag, 0)))
            .toList();
    List<SubscribersPage.Issue> sendable =
        releases.current().stream()
            .flatMap(r -> sendings.sendable(r.letter()).stream())
            .map(
                r ->
                    new SubscribersPage.Issue(
                        r.letter(),
                        name(r.letter(), r.number(), act),
                        r.version(),
                        sendings.without(r.letter())))
            .toList();
    List<SubscribersPage.Sent> sent =
        sendings.all().stream()
            .map(s -> new SubscribersPage.Sent(name(s.letter(), s.number(), act), s))
            .toList();
    return act.with("form", act.form())
        .show(
            "steer/letter/mailing/subscribers",
            new SubscribersPage(
                subscribers.offered(),
                act.who().is(Role.PROGRAMME_MANAGER),
                languages,
                sendable,
                sent));
  }

  private String name(String letter, int number, Act act) {
    Facts facts = register.facts();
    String month =
        facts
            .find("letter", letter)
            .flatMap(entry -> entry.date("date"))
            .map(act.page().moments()::partial)
            .orElse("");
    return act.text("letters.issue", Integer.toString(number), month);
  }

  @PostMapping(HERE + "/send")
  String send(Act act) {
    String letter = act.form().neededText("letter", Filled.SHORT);
    return act.submit(
        () -> page(act),
        () -> {
          int count = sendings.start(letter, act.who());
          act.notice("good", "subscription.sending.begun", count);
          return HERE;
        });
  }

  @PostMapping(HERE + "/bounced")
  String bounced(Act act) {
    return withAddress(
        act,
        address ->
            act.notice(
                "good",
                subscribers.bounced(address, act.who())
                    ? "subscription.bounced.gone"
                    : "subscription.bounced"));
  }

  @PostMapping(HERE + "/removed")
  String removed(Act act) {
    return withAddress(
        act,
        address -> {
          subscribers.forget(address, act.who());
          act.notice("good", "subscription.removed");
        });
  }

  /** Says what is stored under an address, to whoever asked for it in a letter or by telephone. */
  @PostMapping(HERE + "/found")
  String found(Act act) {
    return withAddress(
        act,
        address -> {
          String said =
              subscribers.held(address, act.who()).stream()
                  .map(one -> words(one, act))
                  .collect(Collectors.joining(" "));
          act.said("good", said.isEmpty() ? act.text("subscription.found.none") : said);
        });
  }

  private String words(Subscriber one, Act act) {
    String language = act.text("house.language.long." + one.language());
    return one.confirmedAt() == null
        ? act.text(
            "subscription.found.unconfirmed", language, act.page().moments().instant(one.askedAt()))
        : act.text(
            "subscription.found",
            language,
            act.page().moments().instant(one.confirmedAt()),
            sendings.got(one));
  }

  private String withAddress(Act act, Consumer<String> work) {
    String address = act.form().neededText(ADDRESS, LONGEST);
    if (!address.isEmpty() && !MailAddress.is(address)) {
      act.form().errors().add(ADDRESS, "subscription.error.address");
    }
    return act.keepsNothing()
        .refusalsAt(ADDRESS)
        .submit(() -> page(act), HERE, () -> work.accept(address));
  }
}
